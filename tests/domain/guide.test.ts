import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainPage, textOfPage } from '../../shared/domain/guide/explainedPage.ts';
import { guide } from '../../shared/domain/guide/guide.ts';
import { type GuidePage, guidePictures } from '../../shared/domain/guide/guidePage.ts';
import { explainTerms } from '../../shared/domain/guide/terms.ts';

const root = join(import.meta.dirname, '../..');
const sentencesOf = ({ whom, parts }: GuidePage) => [whom, ...parts.flatMap(({ steps }) => steps)];

/** All that the window can show as a name: its own sources, and the words that the domain gives it; not the guide's. */
function windowSources(): string {
  const folders = ['renderer', 'shared/domain', 'shared/contract'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('guide'))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
    .replace(/&amp;/g, '&');
}

describe('the user guide', () => {
  it('names controls only as the window does', () => {
    const sources = windowSources();
    const named = guide.flatMap((page) =>
      sentencesOf(page).flatMap((sentence) => [...sentence.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name)),
    );
    expect(named.length).toBeGreaterThan(25);
    const whole = (name: string) =>
      new RegExp(`(^|[>'"\`\\n])\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*($|[<'"\`\\n])`, 'm');
    expect(named.filter((name) => !whole(name).test(sources))).toEqual([]);
  });

  it('explains each abbreviation on each page, where it first stands or before', () => {
    const everyday = new Set(['PDF', 'SEC', 'OK']);
    for (const page of guide) {
      const explained = new Set<string>();
      for (const runs of [explainPage(page).whom, ...explainPage(page).parts.flatMap(({ steps }) => steps)]) {
        for (const { text, meaning, isControl } of runs) {
          if (isControl) continue;
          for (const [word] of text.matchAll(/\b[A-Z]{3,}\b/g)) {
            if (meaning !== undefined) explained.add(word);
            expect(explained.has(word) || everyday.has(word), `${word} on “${page.title}”`).toBe(true);
          }
        }
      }
    }
  });

  it('says the words as they were written, each explained once', () => {
    expect(explainTerms(['The [TAG list] of modifications: the TAG, the TAG.', 'A modification for the CSC'])).toEqual([
      [
        { text: 'The ' },
        { text: 'TAG list', isControl: true },
        { text: ' of ' },
        { text: 'modifications', meaning: expect.any(String) },
        { text: ': the ' },
        { text: 'TAG', meaning: expect.any(String) },
        { text: ', the TAG.' },
      ],
      [{ text: 'A modification for the ' }, { text: 'CSC', meaning: expect.any(String) }],
    ]);
    for (const page of guide) {
      const said = explainTerms(sentencesOf(page)).map((runs) => runs.map(({ text }) => text).join(''));
      expect(said).toEqual(sentencesOf(page).map((sentence) => sentence.replace(/[[\]]/g, '')));
    }
  });

  it('has a picture a page, each of its own, and is found by any word of a page', () => {
    expect(guide.map(({ picture }) => picture.name).sort()).toEqual([...guidePictures].sort());
    expect(new Set(guide.map(({ id }) => id)).size).toBe(guide.length);
    expect(guide.filter((page) => textOfPage(page).includes('chase list')).map(({ id }) => id)).toEqual([
      'release-manager',
    ]);
  });
});
