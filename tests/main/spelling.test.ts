import { describe, expect, it } from 'vitest';
import { checkSpelling } from '../../electron/main/spelling/checkSpelling.ts';

const misspeltIn = async (text: string) => (await checkSpelling(text)).map(({ word }) => word);

describe('spelling', () => {
  it('is British English, from our own files, and says what may have been meant', async () => {
    expect(await checkSpelling('Every colour was recieved, in no programme or color.')).toEqual([
      { word: 'recieved', suggestions: expect.arrayContaining(['received']) },
      { word: 'color', suggestions: expect.arrayContaining(['colour']) },
    ]);
  });

  it('judges no names, no references and no short forms', async () => {
    expect(
      await misspeltIn('By SECAS and Elexon, GB: SECMP0061, AC-01, DUISv5, 10kV and 3rd. Then “Landis+Gyr”.'),
    ).toEqual([]);
    expect(await misspeltIn(`${'x'.repeat(200)} 12 -- ( )`)).toEqual([]);
    expect(await misspeltIn('')).toEqual([]);
  });

  it('judges the first word of a sentence, each word once, whatever apostrophe and brackets stand by it', async () => {
    expect(await misspeltIn('Recieved. Teh (wich) it isn’t; wich isnt')).toEqual(['Recieved', 'Teh', 'wich', 'isnt']);
  });

  it('names five words at most, and looks for nothing in the place of a very long one', async () => {
    expect(await misspeltIn('aaab aaac aaad aaae aaaf aaag')).toHaveLength(5);
    expect(await checkSpelling('q'.repeat(30))).toEqual([{ word: 'q'.repeat(30), suggestions: [] }]);
  });
});
