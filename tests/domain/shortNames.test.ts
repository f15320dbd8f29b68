import { expect, it } from 'vitest';
import { shortNamesOf } from '../../shared/domain/portfolio/shortNames.ts';
import fc from '../support/properties.ts';

const suffix = ' SEC Release';

it.each([
  [
    ['June 2027 SEC Release', 'November 2027 SEC Release'],
    ['June 2027', 'November 2027'],
  ],
  [
    ['June 2027', 'June 2027 SEC Release'],
    ['June 2027', 'June 2027 SEC Release'],
  ],
  [
    ['February 2028 SEC Release', 'February 2028 SEC Release SEC Release'],
    ['February 2028', 'February 2028 SEC Release SEC Release'],
  ],
])('says of %j no more than tells them apart', (names, shown) => {
  expect(names.map(shortNamesOf(names))).toEqual(shown);
});

it('shows no release under what is, or is shown for, the name of another', () => {
  const word = fc.constantFrom('June 2027', 'June', '');
  const name = fc.tuple(word, fc.nat({ max: 3 })).map(([begins, times]) => begins + suffix.repeat(times));
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      const shown = names.map(shortNamesOf(names));
      expect(new Set(shown).size).toBe(names.length);
      for (const [at, one] of shown.entries()) expect(names.filter((_, other) => other !== at)).not.toContain(one);
    }),
  );
});
