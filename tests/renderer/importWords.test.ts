import { expect, it } from 'vitest';
import { countsOf, takenInWords } from '../../renderer/stores/importWords.ts';
import type { HeldReading, ImportTaken } from '../../shared/contract/import.ts';

const none = { taken: 0, updated: 0, unchanged: 0, refused: [], refusedCount: 0, notes: [] };
const done: ImportTaken = { ...none, missing: 0, missingNames: [], closed: 0, left: null, entry: 0, through: 0 };
const plan = {
  added: 2,
  updated: 1,
  same: 0,
  refused: 1,
  theirs: { added: 2, updated: 0 },
  missing: 0,
  missingNames: [],
};
const left = { plan, rows: [] };

it.each([
  [{ ...done, taken: 2, unchanged: 1 }, 'Took 2 new and 0 changed. 1 stood here so already.'],
  [
    {
      ...done,
      refusedCount: 2,
      refused: [2, 3].map((row) => ({ row, column: '', sentence: 'Kept by the DCC.' })),
      left,
    },
    'Took 0 new and 0 changed. 2 rows were refused, such as row 3: Kept by the DCC. The table stays here until you close it.',
  ],
  [
    { ...done, taken: 1, refusedCount: 1, refused: [{ row: 4, column: 'Severity', sentence: 'No severity.' }] },
    'Took 1 new and 0 changed. 1 row was refused, row 4: No severity.',
  ],
  [{ ...done, missing: 1 }, 'Took 0 new and 0 changed. The one that it lacks stays as it is.'],
  [{ ...done, missing: 2 }, 'Took 0 new and 0 changed. The 2 that it lacks stay as they are.'],
  [{ ...done, missing: 1, closed: 1 }, 'Took 0 new and 0 changed. The one that it lacks was closed.'],
  [{ ...done, missing: 2, closed: 2 }, 'Took 0 new and 0 changed. All 2 that it lacks were closed.'],
  [
    { ...done, missing: 3, closed: 1 },
    'Took 0 new and 0 changed. Of 3 that it lacks, 1 was closed and 2 stay as they are.',
  ],
])('says what an import did and did not do', (taken, words) => {
  expect(takenInWords(taken)).toBe(words);
});

it('counts the other side’s rows among the refused until they are recorded for it', () => {
  const held = { plan, reading: { refusedRows: 1 } } as unknown as HeldReading;
  expect(countsOf(held, false)).toEqual({ added: 0, updated: 1, theirs: 2, refused: 4 });
  expect(countsOf(held, true)).toEqual({ added: 2, updated: 1, theirs: 0, refused: 2 });
});
