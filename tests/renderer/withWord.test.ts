import { expect, it } from 'vitest';
import { withWord } from '../../renderer/fields/withWord.ts';

it('puts one word in place of another wherever it stands as a whole word', () => {
  expect(withWord('wich, (wich) and sandwich; Wich', 'wich', 'which')).toBe('which, (which) and sandwich; Wich');
  expect(withWord('dont and don’t', "don't", 'do not')).toBe('dont and do not');
  expect(withWord('a teh', 'teh', '$& the')).toBe('a $& the');
});
