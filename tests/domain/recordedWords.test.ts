import { expect, it } from 'vitest';
import { recordedWords } from '../../shared/domain/pack/paper/recordedWords.ts';

it.each([
  [{ views: 2, conditions: 1, removed: 0 }, 'Recorded 2 views and 1 condition'],
  [
    { views: 1, conditions: 0, removed: 2 },
    'Recorded 1 view and 0 conditions, and removed 2 conditions that the answer no longer holds',
  ],
])('what was read of an answer is told as what was done: %o', (recorded, words) => {
  expect(recordedWords(recorded)).toBe(words);
});
