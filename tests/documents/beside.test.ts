import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { askBeside } from '../../electron/documents/beside/askBeside.ts';
import { countWordsOfPages } from '../../electron/documents/check/countWordsOfPages.ts';
import { countWordsQuickly } from '../../electron/documents/check/readBack.ts';
import { Deflater } from '../../electron/documents/pdf/deflater.ts';
import { deflate } from '../../electron/documents/pdf/deterministicDeflate.ts';
import { InOrder } from '../../electron/documents/pdf/inOrder.ts';
import { loadPdfium } from '../../electron/documents/pdfium/library.ts';
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

it('reads every word once, halves and all', async () => {
  const { file, pages } = await large('halves');
  const whole = countWordsOfPages(await loadPdfium(), readFileSync(file), 0, pages);
  const halves = await countWordsQuickly(file, pages);
  expect(halves.letters).toBe(whole.letters);
  expect(new Map([...halves.words].sort())).toEqual(new Map([...whole.words].sort()));
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

it('writes in the order of asking, whichever is ready first', async () => {
  const given = fc.array(fc.record({ later: fc.boolean(), after: fc.integer({ min: 0, max: 5 }) }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(given, async (parts) => {
      const written: number[] = [];
      const order = new InOrder((error) => expect.unreachable(String(error)));
      for (const [at, { later, after }] of parts.entries())
        order.add(later ? turns(after).then(() => at) : at, (one) => written.push(one));
      await order.written();
      expect(written).toEqual(parts.map((_, at) => at));
    }),
  );
});

it('tells of a writer that fails, and writes what comes behind it', async () => {
  const told: unknown[] = [];
  const written: string[] = [];
  const order = new InOrder((error) => told.push(error));
  const full = new Error('No space is left.');
  order.add(Promise.resolve('one'), () => {
    throw full;
  });
  order.add('two', (one) => written.push(one));
  await order.written();
  expect(told).toEqual([full]);
  expect(written).toEqual(['two']);
});

/** So many turns of the queue of promises. */
async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await Promise.resolve();
}
