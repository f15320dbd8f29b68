import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Content } from 'pdfmake/interfaces';
import { afterEach, expect, it, vi } from 'vitest';
import { askBeside } from '../../electron/documents/beside/askBeside.ts';
import { countWordsOfPages } from '../../electron/documents/check/countWordsOfPages.ts';
import { countWordsQuickly } from '../../electron/documents/check/readBack.ts';
import { loadFaces, textFamily } from '../../electron/documents/fonts/faces.ts';
import { Deflater } from '../../electron/documents/pdf/deflater.ts';
import { deflate } from '../../electron/documents/pdf/deterministicDeflate.ts';
import { layOut } from '../../electron/documents/pdf/engine.ts';
import { InOrder } from '../../electron/documents/pdf/inOrder.ts';
import { loadPdfium } from '../../electron/documents/pdfium/library.ts';
import fc from '../support/properties.ts';
import { largeFacts } from './largeFacts.ts';
import { type MadePack, makePack, scratchFolder } from './packs.ts';

const folder = scratchFolder();

/** Large enough that a second thread compresses most of it, and reads half of it back. */
const large = (name: string): Promise<MadePack> => makePack(folder, name, largeFacts(70));

afterEach(() => {
  vi.restoreAllMocks();
});

/** Every thread ends as soon as it is asked for anything: it has no memory left, say. */
function threadsThatEnd() {
  const ended = new WeakSet<Worker>();
  return vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker) {
    if (!ended.has(this)) void this.terminate();
    ended.add(this);
  });
}

it('reads every word once, half of them in the second thread', async () => {
  const { file, pages } = await large('halves');
  const [library, content, half] = [await loadPdfium(), readFileSync(file), Math.floor(pages / 2)];
  expect(await askBeside('countWords', { path: file, from: 0, to: half })).toEqual(
    countWordsOfPages(library, content, 0, half),
  );
  const whole = countWordsOfPages(library, content, 0, pages);
  const halves = await countWordsQuickly(file, pages);
  expect(halves.letters).toBe(whole.letters);
  expect(new Map([...halves.words].sort())).toEqual(new Map([...whole.words].sort()));
});

it('answers nothing where there is no thread to be had, and asks for none after a few', async () => {
  vi.resetModules();
  const fresh = await import('../../electron/documents/beside/askBeside.ts');
  const text = Buffer.from('Testing is complete.');
  const ending = threadsThatEnd();
  for (let at = 0; at < 5; at += 1) expect(await fresh.askBeside('deflate', text)).toBeUndefined();
  expect(ending).toHaveBeenCalledTimes(3);
  ending.mockImplementation(() => {
    throw new Error('There is no room for it.');
  });
  vi.resetModules();
  const full = await import('../../electron/documents/beside/askBeside.ts');
  expect(await full.askBeside('deflate', text)).toBeUndefined();
});

it('answers nothing of what it cannot do, and goes on', async () => {
  expect(await askBeside('countWords', { path: `${folder}/none.pdf`, from: 0, to: 1 })).toBeUndefined();
  const text = Buffer.from('Testing is complete.');
  expect(await askBeside('deflate', text)).toEqual(new Uint8Array(deflate(text)));
});

it('compresses a large file to the bytes of a small one', async () => {
  const deflater = new Deflater();
  const parts = Array.from({ length: 6 }, (_, at) => Buffer.from(`${at} is open. `.repeat(80_000)));
  const answers = parts.map((part) => deflater.deflate(part));
  expect(answers.map((answer) => answer instanceof Promise)).toEqual([false, false, true, true, true, true]);
  for (const [at, answer] of (await Promise.all(answers)).entries())
    expect(Buffer.compare(answer, deflate(parts[at] ?? Buffer.alloc(0)))).toBe(0);
});

const given = fc.array(
  fc.record({ later: fc.boolean(), after: fc.integer({ min: 0, max: 5 }), fails: fc.integer({ min: 0, max: 9 }) }),
  { maxLength: 30 },
);

it('writes in the order of asking, whichever is ready first, and nothing behind what could not be had', async () => {
  await fc.assert(
    fc.asyncProperty(given, async (parts) => {
      const fault = new Error('No memory is left.');
      const told: unknown[] = [];
      const written: number[] = [];
      const order = new InOrder((error) => told.push(error));
      for (const [at, { later, after, fails }] of parts.entries()) {
        const content = turns(after).then(() => (fails === 0 ? Promise.reject(fault) : at));
        order.add(later ? content : at, (one) => written.push(one));
        content.catch(() => undefined);
      }
      const first = parts.findIndex(({ later, fails }) => later && fails === 0);
      if (first < 0) await order.written();
      else await expect(order.written()).rejects.toBe(fault);
      expect(told).toEqual(first < 0 ? [] : [fault]);
      expect(written).toEqual(parts.slice(0, first < 0 ? undefined : first).map((_, at) => at));
    }),
  );
});

it('fails where what was drawn cannot be written, however late that comes to light', async () => {
  const content: Content[] = [
    { text: 'One.', pageBreak: 'after' },
    { canvas: [{ type: 'rect', x: 0, y: 0, w: 10, h: 10, color: '#123456' }] },
  ];
  const later = vi.spyOn(Deflater.prototype, 'deflate').mockImplementation(async () => {
    throw new Error('No memory is left.');
  });
  const definition = { content, pageMargins: 40, defaultStyle: { font: textFamily } };
  await expect(layOut(definition, loadFaces())).rejects.toThrow('No memory is left.');
  expect(later).toHaveBeenCalled();
});

// The last one: after it, this process asks no thread for anything any more.
it('gives the same file whether a second thread helps or ends whenever it is asked', async () => {
  const asked = vi.spyOn(Worker.prototype, 'postMessage');
  const helped = await large('helped');
  const tasks = asked.mock.calls.map(([request]) => (request as { readonly task: string }).task);
  expect(tasks.filter((task) => task === 'deflate').length).toBeGreaterThan(10);
  expect(tasks.filter((task) => task === 'countWords')).toHaveLength(1);
  asked.mockRestore();
  const ending = threadsThatEnd();
  const alone = await large('alone');
  expect(ending).toHaveBeenCalled();
  expect(readFileSync(alone.file).equals(readFileSync(helped.file))).toBe(true);
});

/** So many turns of the queue of promises. */
async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await Promise.resolve();
}
