import { describe, expect, it } from 'vitest';
import type { ImportKind } from '../../shared/domain/importing/importKinds.ts';
import { isTotal } from '../../shared/domain/importing/totalRow.ts';
import { readPasted } from './support.ts';

const words = [
  'Total',
  'TOTALS:',
  'Sub-total',
  'Subtotal',
  'Grand total',
  'Grand-Total.',
  'Overall total',
  'Total (SIT)',
  'Sum',
  'Overall',
];

const tables: readonly (readonly [ImportKind, string, (word: string) => string, string])[] = [
  ['results', 'Phase,Planned,Passed\nSIT,2,2', (word) => `${word},2,2`, 'phase'],
  ['results', 'Phase,Region,Planned\nSIT,North,2', (word) => `SIT,${word},2`, 'phase'],
  ['issues', 'Reference,Severity\nD-1,2', (word) => `${word},3`, 'issue'],
  ['scope', 'Reference,Title,Status\nMP001,One,', (word) => `${word},2,`, 'modification'],
  ['criteria', 'Reference,Wording,Owner\nAC-01,One,DCC', (word) => `${word},2 criteria,`, 'criterion'],
  ['views', 'Body,Criterion,Position\nTAG,AC-01,Supports', (word) => `${word},3,`, 'view'],
];

describe('a row that adds up the others', () => {
  it.each(tables)('is no record of %s: %s', async (kind, table, total, noun) => {
    for (const word of words) {
      const { rows, output } = await readPasted(kind, `${table}\n${total(word)}`);
      expect(rows, word).toHaveLength(1);
      expect(output.problems).toEqual([]);
      expect(output.notes).toContain(`Left aside, for it only adds up the others and is no ${noun}: row 3.`);
    }
  });

  it('may name what it adds up', async () => {
    const sums = 'SIT sub-total,2,2\nSIT Total,2,2\nTotal UIT,2,2\nAll phases,4,4';
    const { rows, output } = await readPasted('results', `Phase,Planned,Passed\nSIT North,2,2\n${sums}`);
    expect(rows).toHaveLength(1);
    expect(output.notes).toContain('Left aside, for it only adds up the others and is no phase: row 3, 4, 5 and 6.');
    const issues = await readPasted('issues', 'Reference,Severity\nD-1,2\nSub-total SIT,2');
    expect(issues.rows).toHaveLength(1);
  });

  it.each(['Total loss of supply', 'Totaliser', 'SIT', 'Summary report', 'Overall readiness', ''])(
    'is none that is called “%s”',
    (word) => expect(isTotal('issues', word)).toBe(false),
  );
});
