import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { packedZeros, pdfWithAttachment } from '../documents/inflating.ts';
import { pdfBombs } from '../documents/pdfBombs.ts';
import { besides } from '../support/besides.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'November 2021 SEC Release';
const bomb = (of: keyof typeof pdfBombs) => () => pdfBombs[of]?.() ?? Buffer.alloc(0);

/** What asks for hours or gigabytes of whoever reads it; none is larger than a few megabytes. */
const files: readonly (readonly [string, () => Buffer])[] = [
  ['a tree of pages that names itself', bomb('a tree of pages that names itself')],
  ['a tree of pages that doubles', bomb('a tree of pages that doubles at each branch')],
  ['objects that unpack to very much', bomb('objects that unpack to more than a hundred megabytes')],
  ['an attachment of 1.2 GB in three kilobytes', () => pdfWithAttachment(1200, 2)],
  ['an attachment of 6 GB in six megabytes', () => pdfWithAttachment(6000, 1)],
];

/** Ten levels, each naming the one before ten times: 2 kB that draw ten thousand million shapes. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><rect id="s0" width="9" height="9"/>${Array.from(
  { length: 10 },
  (_, at) => `<g id="s${at + 1}">${`<use href="#s${at}"/>`.repeat(10)}</g>`,
).join('')}</svg>`;

function started() {
  const folder = scratchFolder();
  const test = testEngine(join(folder, 'store'));
  const put = (file: string, content: Buffer | string) => {
    writeFileSync(join(folder, file), content);
    return join(folder, file);
  };
  return { ...test, folder, put };
}

describe('a file made to do harm is told in a sentence, while the engine answers', () => {
  it.each(files)('%s', async (_, make) => {
    const { engine, does, folder, put } = started();
    await does('release.import', { file: sampleFile, replace: false });
    const file = put('strange.pdf', make());
    const verified = await besides(engine, 'pack.verify', { file });
    expect(verified).toMatchObject({ ok: true, value: { ok: false, problems: [{ part: 'file' }] } });
    const inspected = await besides(engine, 'pack.inspect', { file });
    expect(inspected).toMatchObject({ ok: true });
    const extracted = await besides(engine, 'pack.extract', { file, out: join(folder, 'out') });
    expect(extracted).toMatchObject({
      ok: false,
      error: { kind: 'invalidInput', message: expect.stringMatching(/\.$/) },
    });
    expect(readdirSync(folder, { recursive: true })).not.toContain(join('out', 'a.bin'));
    // As evidence it is kept as it is: nobody opens it but to guess its title.
    const added = await does('evidence.add', { asOf: null, release: name, file, fields: { provider: 'DCC' } });
    expect(added.changes).toHaveLength(1);
  });

  it('a pack to which a page was added that would unpack to 4 GB, as a page more', async () => {
    const { engine, does, put } = started();
    await does('release.import', { file: sampleFile, replace: false });
    const made = put('pack.pdf', '');
    await does('pack.export', { release: name, out: made, asOf: null, final: false, acceptBlockers: null });
    const document = await PDFDocument.load(readFileSync(made), { updateMetadata: false });
    const content = document.context.stream(packedZeros(4000), { Filter: 'FlateDecode' });
    document.addPage([300, 300]).node.set(PDFName.of('Contents'), document.context.register(content));
    const file = put('pack with a page more.pdf', Buffer.from(await document.save({ useObjectStreams: false })));
    const verified = await besides(engine, 'pack.verify', { file });
    const told = {
      part: 'pages',
      sentence: expect.stringMatching(/^Of the file, page \d+ is none of those rendered\.$/),
    };
    expect(verified).toMatchObject({ ok: true, value: { ok: false, problems: expect.arrayContaining([told]) } });
  });

  it('a drawing of two kilobytes that repeats itself, which is not drawn', async () => {
    const { engine, does, put } = started();
    await does('release.import', { file: sampleFile, replace: false });
    const file = put('drawing.svg', drawing);
    const added = await does('evidence.add', { asOf: null, release: name, file, fields: { provider: 'DCC' } });
    const shown = await besides(engine, 'evidence.preview', { id: added.changes[0]?.id ?? '' });
    expect(shown).toMatchObject({ ok: true, value: { kind: 'none', sentence: expect.stringMatching(/\.$/) } });
  });

  it('a device that never ends', () => {
    const { folder } = started();
    for (const args of [
      ['pack', 'verify', '/dev/zero'],
      ['pack', 'extract', '/dev/zero', '--out', join(folder, 'out')],
      ['bundle', 'inspect', '/dev/zero'],
    ]) {
      const run = golive(join(folder, 'store'), ...args);
      expect([run.code, run.err.trim()]).toEqual([3, expect.stringMatching(/no file|not a file.*\.$/)]);
    }
  });
});
