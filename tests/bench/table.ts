import type { Judged } from './judge.ts';

/** The columns of the report. */
export const head = ['', 'row', 'figure', 'reference', 'ratio', 'goal', 'what is measured, beside what'];

const marks: Readonly<Record<Judged['verdict'], string>> = { holds: '✓', misses: '✕', told: '·', 'not measured': '–' };

/** A row of the report, a text for each column. */
export function cellsOf(each: Judged): readonly string[] {
  return [
    marks[each.verdict],
    each.row,
    withUnit(each.figure, each.unit),
    withUnit(each.reference, each.unit),
    each.ratio === null ? '' : each.ratio.toFixed(2),
    goalOf(each),
    each.beside === null ? each.measures : `${each.measures}, beside ${each.beside}`,
  ];
}

/** The report as a table for the terminal: a mark where a row misses its goal. */
export function tableOf(rows: readonly Judged[]): string {
  const lines = rows.map(cellsOf);
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => (line[column] ?? '').length)));
  const isText = (column: number) => column < 2 || column === head.length - 1;
  const cell = (text: string, column: number) =>
    isText(column) ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return all.map((line) => line.map(cell).join('  ').trimEnd()).join('\n');
}

function goalOf({ goal, unit }: Judged): string {
  if (goal === null) return '';
  return goal.of === 'ratio' ? `≤ ${Number(goal.most.toFixed(2))} times` : `≤ ${withUnit(goal.most, unit)}`;
}

function withUnit(value: number | null, unit: string): string {
  if (value === null) return '';
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${unit}`;
}
