import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { planEvidence } from '../../electron/documents/evidencePlan.ts';
import { readAttachments } from '../../electron/documents/read/readAttachments.ts';
import { whatWasDone } from '../../electron/documents/read/whatWasDone.ts';
import { renderPack } from '../../electron/documents/renderPack.ts';
import { qpdf } from '../support/fillPaper.ts';
import { packSnapshotOf, writeEvidence } from './fixtures.ts';
import { type MadePack, makePack, quiet, scratchFolder, succeeded, verify } from './packs.ts';
import { smallFacts as facts, makeSmallPack } from './smallPack.ts';

const folder = scratchFolder();
let pack: MadePack;
let bytes: Buffer;

beforeAll(async () => {
  pack = await makeSmallPack(folder);
  bytes = readFileSync(pack.file);
});

describe('verifying a pack that somebody worked on', () => {
  const edited = async (name: string, edit: (document: PDFDocument) => void | Promise<void>) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    await edit(document);
    const { ok, pages, problems } = await verify(write(name, await document.save({ useObjectStreams: false })));
    expect([ok, pages]).toEqual([false, 'checked']);
    return problems.map((problem) => problem.sentence).join(' ');
  };

  it('names what was done', async () => {
    expect(await edited('again', () => undefined)).toContain('what is drawn on its pages is the same');
    expect(await edited('removed', (document) => document.removePage(2))).toContain(
      'Page 3 is not in the file as rendered.',
    );
    expect(
      await edited('moved', async (document) => {
        const [copy] = await document.copyPages(await PDFDocument.load(bytes, { updateMetadata: false }), [3]);
        document.removePage(3);
        if (copy) document.insertPage(1, copy);
      }),
    ).toContain('Its pages stand in another order.');
    expect(await edited('script', (document) => document.addJavaScript('hello', 'app.alert(1)'))).toContain(
      'A script was added',
    );
  });

  it('names the pages of which somebody changed the drawing, the fonts, the way up or what is shown of the sheet', async () => {
    const told = await edited('looks', (document) => {
      const [, blanked, cropped, turned, exchanged] = document.getPages();
      blanked?.drawRectangle({ x: 0, y: 0, width: 600, height: 900 });
      cropped?.setCropBox(0, 400, 595, 440);
      turned?.setRotation(degrees(180));
      const fonts = exchanged?.node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
      const [one, other] = fonts?.entries() ?? [];
      if (!fonts || !one || !other) throw new Error('The page has not two fonts');
      fonts.set(one[0], other[1]);
      fonts.set(other[0], one[1]);
    });
    expect(told).toContain('Pages 2, 3, 4 and 5 are drawn otherwise than as rendered. The others are as rendered');
    expect(told).not.toContain('is the same');
  });

  it('names the page on which something was laid over in the place of a link', async () => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const { context } = document;
    const cover = context.stream('1 g 0 0 500 700 re f', { Subtype: 'Form', BBox: [0, 0, 500, 700] });
    const stamp = { Subtype: 'Stamp', Rect: [40, 60, 540, 760], AP: { N: context.register(cover) } };
    document
      .getPage(1)
      .node.Annots()
      ?.set(0, context.register(context.obj(stamp)));
    expect(await whatWasDone(bytes, await document.save(), pack.pages)).toEqual([
      'Comments or other annotations were added on page 2.',
      'Links, fields or other annotations of page 2 are not as rendered.',
    ]);
  });

  it('knows pages and annotations by what they show, however another program wrote them down', async () => {
    for (const [name, ...how] of [
      ['spread', '--stream-data=uncompress', '--object-streams=disable'],
      ['ordered', '--linearize', '--object-streams=generate'],
    ]) {
      const file = join(folder, `${name}.changed.pdf`);
      qpdf(...how, pack.file, file);
      expect((await whatWasDone(bytes, readFileSync(file), pack.pages)).join(' ')).toBe(
        'The file was saved again by another program; what is drawn on its pages is the same.',
      );
    }
  });

  it('does not take the pages for changed where it was the facts, hashes and all', async () => {
    const [criterion] = facts.criteria;
    const forged = { ...facts, criteria: [{ ...criterion, text: 'Testing has not begun.' }] } as typeof facts;
    const other = readFileSync((await makePack(folder, 'other', forged)).file);
    const told = await edited('facts', async (document) => {
      const { attachments } = await readAttachments(other);
      for (const one of attachments) if (one.ok) replaceAttached(document, one.name, one.content);
    });
    expect(told).toContain('own pages is as rendered, so it may as well be the facts, with their hashes, that were');
    expect(told).not.toMatch(/unchanged|[Pp]ages? [\d, and]+ (was|were) changed/);
  });

  it('says of a file that lost or gained something on the way what and where, and that no program saved it', async () => {
    const middle = Math.floor(bytes.length / 2);
    const without = (from: number, to: number) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    const more = Buffer.concat([bytes.subarray(0, middle), Buffer.from('%'), bytes.subarray(middle)]);
    const told = async (found: Uint8Array) => (await whatWasDone(bytes, found, pack.pages)).join(' ');
    expect(await told(bytes.subarray(0, -300))).toBe('The end of the file is cut off: its last 300 bytes are missing.');
    expect(await told(bytes.subarray(0, -1))).toBe('The end of the file is cut off: its last 1 byte is missing.');
    for (const found of [without(bytes.length - 300, bytes.length - 200), more]) {
      const sentence = await told(found);
      expect(sentence).toMatch(/(Of the file 100 bytes are missing|The file holds 1 byte more), from byte \d+ on; all/);
      expect(sentence).not.toContain('saved again');
    }
    const cut = await verify(write('cut', bytes.subarray(0, -300)));
    expect(cut.problems.map((one) => one.sentence).join(' ')).toContain('is cut off');
  });

  it('names the pages on which something was added', async () => {
    const annotate = (pages: readonly number[]) =>
      edited(`notes${pages.length}`, (document) => {
        for (const page of pages) {
          const note = document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30] });
          document.getPage(page - 1).node.addAnnot(document.context.register(note));
        }
      });
    expect(await annotate([2])).toContain('annotations were added on page 2.');
    expect(await annotate([2, 3, 4])).toContain('annotations were added on pages 2, 3 and 4.');
  });

  it('says that something was appended, and that a file was encrypted', async () => {
    const longer = await verify(write('appended', Buffer.concat([bytes, Buffer.from('\n% more\n')])));
    expect(longer.problems.map((one) => one.sentence).join(' ')).toContain('Something was appended');
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    document.encrypt({ userPassword: 'a', ownerPassword: 'b' });
    const locked = await verify(write('locked', await document.save()));
    expect(locked.ok).toBe(false);
    expect(locked.problems[0]?.sentence).toContain('encrypted after the pack was made');
  });

  it('does not believe a forger who sets the version back, blanks the page and computes every hash anew', async () => {
    const prepared = writeEvidence(facts, join(folder, 'forged.evidence'));
    const whole = packSnapshotOf(prepared.facts);
    const snapshot = { ...whole, identity: { ...whole.identity, appVersion: '0.0.1', renderer: '0' } };
    const plain = join(folder, 'forged.plain.pdf');
    succeeded(await renderPack(snapshot, planEvidence(snapshot, prepared.sources), plain, quiet));
    const document = await PDFDocument.load(readFileSync(plain), { updateMetadata: false });
    const { width, height } = document.getPage(1).getSize();
    document.getPage(1).drawRectangle({ x: 0, y: 0, width, height });
    const verified = await verify(write('forged', await document.save({ useObjectStreams: false })));
    expect(verified).toMatchObject({ ok: false, pages: 'notChecked', problems: [{ part: 'pages' }] });
    expect(verified.problems[0]?.sentence).toContain('Verify it with version 0.0.1');
  });
});

function write(name: string, content: Uint8Array): string {
  const file = join(folder, `${name}.changed.pdf`);
  writeFileSync(file, content);
  return file;
}

/** Puts other content into an attachment, where it stands in the file. */
function replaceAttached(document: PDFDocument, name: string, content: Uint8Array): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const named = object.lookup(PDFName.of('UF'));
    if (named instanceof PDFString || named instanceof PDFHexString)
      if (named.decodeText() === name)
        object
          .lookup(PDFName.of('EF'), PDFDict)
          .set(PDFName.of('F'), document.context.register(document.context.flateStream(content)));
  }
}
