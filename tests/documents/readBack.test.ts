import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { countWordsQuickly, readBack } from '../../electron/documents/check/readBack.ts';
import { countWords, emptyCount } from '../../electron/documents/check/words.ts';
import { countWordsOut } from '../../electron/documents/check/wordsOut.ts';
import { scratchFolder } from './packs.ts';
import { type StructuredPack, shapes, structuredPack } from './structuredPacks.ts';

const folder = scratchFolder();
const nowhere = () => [];
const at = ({ file, document }: StructuredPack) => [file, document.getPageCount()] as const;
const sectionOf = (text: string) => {
  const count = emptyCount();
  countWords(text, count);
  return { title: 'Scope', ...count };
};

describe.each(shapes)('the pack of %s, read back', (title, factsOf) => {
  let pack: StructuredPack;

  beforeAll(async () => {
    pack = await structuredPack(folder, title, factsOf());
  });

  it('has the same words for both readers, headers and footers left out', async () => {
    const [quick, slow] = [await countWordsQuickly(...at(pack)), await countWordsOut(new Uint8Array(pack.content))];
    expect(quick.words.get('Page') ?? 0).toBeLessThan(pack.document.getPageCount());
    expect(differences(quick.words, slow.words)).toEqual([]);
    expect(quick.letters).toBe(slow.letters);
  });

  it('tells of a word that is not there, and of pages that are gone', async () => {
    const quick = await countWordsQuickly(...at(pack));
    const all = { title: 'All', ...quick };
    expect(await readBack([all], ...at(pack), nowhere)).toEqual({ ok: true, value: null });
    const lost = await readBack([all, sectionOf('Perdu')], ...at(pack), nowhere);
    expect(lost.ok === false && lost.error.message).toContain('1 word (“Perdu”) of the section “Scope”');
    const shorter = await PDFDocument.load(pack.content);
    shorter.removePage(shorter.getPageCount() - 1);
    const cut = join(folder, 'shorter.pdf');
    writeFileSync(cut, await shorter.save());
    expect((await readBack([all], cut, shorter.getPageCount(), nowhere)).ok).toBe(false);
  });
});

/** Pieces of a word that is longer than a line count by their letters alone: readers may see the places where it breaks, or not. */
const piece = /^(abcdefghij)+[a-i]*$/;

function differences(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): readonly string[] {
  const all = new Set([...one.keys(), ...other.keys()]);
  return [...all]
    .filter((word) => one.get(word) !== other.get(word) && !piece.test(word))
    .map((word) => `${word}: ${one.get(word)} and ${other.get(word)}`);
}
