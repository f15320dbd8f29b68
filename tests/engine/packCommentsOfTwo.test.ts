import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { reader, strip, withFinal } from '../support/commentedPack.ts';
import { commentPdf, findWords } from '../support/commentPdf.ts';
import { secondReleaseFile } from '../support/secondRelease.ts';

describe('comments on what was issued for another release of the same slot', () => {
  async function withTwo() {
    const given = await withFinal();
    const { does, folder } = given;
    const { id: second } = await does('release.import', {
      file: secondReleaseFile(folder, 'Public One'),
      replace: false,
    });
    const remark = async (file: string) => {
      const place = await findWords(file, 'AC-02');
      await commentPdf(file, given.commented, (pen) => {
        pen.note('Text', place, { ...reader, Contents: 'Is this all?' });
      });
    };
    const refused = async (release: string, says: string) => {
      for (const dryRun of [true, false])
        expect(await given.refuses('pack.comments', { release, file: given.commented, dryRun })).toMatchObject({
          kind: 'invalidInput',
          message: says,
        });
      expect((await does('release.open', { release, asOf: null })).facts.comments).toEqual([]);
    };
    const paper = async (release: string) => {
      const out = join(folder, `paper-${release}.pdf`);
      const meeting = calendarDate('2021-10-29');
      await does('paper.export', { release, body: 'TAG', meeting, out, asOf: null });
      return out;
    };
    return { ...given, second, remark, refused, paper };
  }

  it.each([
    ['with the facts of its final', async () => undefined],
    ['without them', strip],
  ])('are refused by the other, and taken by its own: %s', async (_, rewrite) => {
    const { does, id, second, pack, commented, remark, refused } = await withTwo();
    await remark(pack);
    await rewrite(commented);
    const whose = 'is a document of November 2021 SEC Release, not of Public One; read its comments for that release.';
    await refused(second, `SEC-GL 2021-11 · 1 ${whose}`);
    expect((await does('pack.comments', { release: id, file: commented, dryRun: false })).taken).toBe(1);
  });

  it('are refused of a draft', async () => {
    const { does, folder, id, second, remark, refused } = await withTwo();
    const draft = join(folder, 'draft.pdf');
    await does('pack.export', { release: second, asOf: null, final: false, acceptBlockers: null, out: draft });
    await remark(draft);
    const whose = 'is a document of Public One, not of November 2021 SEC Release; read its comments for that release.';
    await refused(id, `SEC-GL Public One · draft ${whose}`);
  });

  it.each([
    ['with its facts', async () => undefined],
    ['without them, by its pages', strip],
  ])('are told apart where both gave one reference to a paper: %s', async (_, rewrite) => {
    const { does, id, second, commented, remark, refused, paper } = await withTwo();
    await paper(id);
    await remark(await paper(second));
    await rewrite(commented);
    const whose = 'is a document of Public One, not of November 2021 SEC Release; read its comments for that release.';
    await refused(id, `TAG paper 2021-10-29 ${whose}`);
    expect(await does('pack.comments', { release: second, file: commented, dryRun: true })).toMatchObject({
      pagesChanged: false,
      comments: [{ text: 'Is this all?' }],
    });
  });

  it('have no place where neither facts nor pages tell which of the two it is', async () => {
    const { id, second, commented, remark, refused, paper } = await withTwo();
    await paper(id);
    await remark(await paper(second));
    await strip(commented);
    const document = await PDFDocument.load(readFileSync(commented));
    document.removePage(document.getPageCount() - 1);
    writeFileSync(commented, await document.save());
    const says = (name: string) =>
      `This copy of TAG paper 2021-10-29 has lost its attachments, and its pages are those of no file that was issued here, so it is not known here whether it is one of ${name}; nothing was changed.`;
    await refused(second, says('Public One'));
    await refused(id, says('November 2021 SEC Release'));
  });

  it('never meet two finals of one reference', async () => {
    const { does, folder, id, second } = await withTwo();
    const references: string[] = [];
    for (const release of [second, id, second]) {
      const final = { asOf: null, final: true, acceptBlockers: 'Asked for.' };
      await does('pack.export', { ...final, release, out: join(folder, 'next.pdf') });
    }
    for (const release of [id, second])
      references.push(...(await does('pack.finals', { release })).map((one) => one.reference));
    expect(references).toEqual([
      'SEC-GL 2021-11 · 1',
      'SEC-GL 2021-11 · 2',
      'SEC-GL Public One · 1',
      'SEC-GL Public One · 2',
    ]);
  });
});
