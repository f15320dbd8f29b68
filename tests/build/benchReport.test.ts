import { describe, expect, test } from 'vitest';
import { type Bound, bounds } from '../bench/bounds.ts';
import { judge } from '../bench/judge.ts';
import { median } from '../bench/median.ts';
import { notes } from '../bench/notes.ts';
import { pageOf } from '../bench/page.ts';
import { tableOf } from '../bench/table.ts';

const two: Readonly<Record<string, Bound>> = {
  edit: { figure: 'an edit', unit: 'ms', reference: 'a commit', goal: { of: 'ratio', most: 4 } },
  answer: { figure: 'its answer', unit: 'bytes', reference: null, goal: { of: 'figure', most: 20_000 } },
};

describe('the report of the benchmark', () => {
  test('takes the middle of the runs, and of their ratios run for run', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
    const [edit] = judge(two, [{ row: 'edit', figure: [4, 400, 12], reference: [2, 100, 3] }]);
    expect(edit).toMatchObject({ figure: 12, reference: 3, ratio: 4, runs: 3, verdict: 'holds' });
  });

  test('says which row misses, and which was not measured', () => {
    const rows = judge(two, [{ row: 'edit', figure: [9], reference: [2] }]);
    expect(rows.map(({ row, verdict }) => [row, verdict])).toEqual([
      ['edit', 'misses'],
      ['answer', 'not measured'],
    ]);
    const [head, edit, answer] = tableOf(rows).split('\n');
    expect(head).toMatch(/^ +row +figure +reference +ratio +goal/);
    expect(edit).toMatch(/^✕ +edit +9 ms +2 ms +4\.50 +≤ 4 times +an edit, beside a commit$/);
    expect(answer).toMatch(/^– +answer +≤ 20,000 bytes +its answer$/);
  });

  test('as a page says why a row misses, and that nobody knows where nobody does', () => {
    const rows = judge(two, [{ row: 'edit', figure: [9], reference: [2] }]);
    const made = { on: '2026-05-01', machine: '2 × some processor', node: 'v24.0.0', load: 1.2 };
    const page = pageOf(rows, { edit: 'the disk is slow.' }, made);
    expect(page).toContain('| ✕ | edit | 9 ms | 2 ms | 4.50 | ≤ 4 times | an edit, beside a commit |');
    expect(page).toContain('- `edit` misses its goal: the disk is slow.');
    expect(page).toContain('- `answer` was not measured: nobody has looked into it yet.');
    const held = judge(two, [
      { row: 'edit', figure: [4], reference: [2] },
      { row: 'answer', figure: [1], reference: [] },
    ]);
    expect(pageOf(held, {}, made)).toMatch(/## What misses\n\nNothing\.\n$/);
  });

  test('a note is of a row that there is', () => {
    expect(Object.keys(notes).filter((row) => !Object.hasOwn(bounds, row))).toEqual([]);
  });

  test('holds at the goal itself, and misses where a number is missing', () => {
    const verdict = (figure: number) => judge(two, [{ row: 'answer', figure: [figure], reference: [] }])[1]?.verdict;
    expect([verdict(20_000), verdict(20_001), verdict(Number.NaN)]).toEqual(['holds', 'misses', 'misses']);
  });

  test('a row without a goal is told and not judged', () => {
    const told = { sha: { figure: 'a check', unit: 'ms', reference: 'a sum', goal: null } } as const;
    const [row] = judge(told, [{ row: 'sha', figure: [90], reference: [3] }]);
    expect(row).toMatchObject({ ratio: 30, verdict: 'told' });
    expect(tableOf(row ? [row] : [])).toContain('·');
  });

  test('refuses a row without a bound, and runs without their reference', () => {
    expect(() => judge(two, [{ row: 'other', figure: [1], reference: [] }])).toThrow('“other” was measured');
    expect(() => judge(two, [{ row: 'edit', figure: [1, 2], reference: [1] }])).toThrow(
      '2 runs and 1 of its reference',
    );
  });

  test('a goal that is a ratio has something beside it', () => {
    for (const [row, { goal, reference }] of Object.entries<Bound>(bounds))
      if (goal?.of === 'ratio') expect(reference, row).not.toBeNull();
  });
});
