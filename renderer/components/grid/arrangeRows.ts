import { compareStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { compareNatural } from '../../../shared/domain/foundation/naturalOrder.ts';
import type { Column, Sort } from './column.ts';

/** A line of the grid: a row, or the heading of a group of them. */
export type Line<Row> =
  | { readonly kind: 'group'; readonly name: string; readonly count: number }
  | { readonly kind: 'row'; readonly row: Row };

export type ShownStatuses = ReadonlyMap<string, ReadonlySet<string>>;

interface Arrangement<Row> {
  readonly columns: readonly Column<Row>[];
  readonly filter: string;
  /** By column, the words of the statuses that are shown; a column that is not named shows all. */
  readonly shown: ShownStatuses;
  readonly sort: Sort | null;
  readonly groupOf: ((row: Row) => string) | null;
}

/** Filters by every word typed and by status, sorts, and puts groups together; all of it in one pass over the rows, and one sort. */
export function arrangeRows<Row>(rows: readonly Row[], arrangement: Arrangement<Row>): readonly Line<Row>[] {
  const sorted = sortedBy(filtered(rows, arrangement), arrangement);
  const { groupOf } = arrangement;
  if (!groupOf) return sorted.map((row) => ({ kind: 'row', row }));
  const groups = new Map<string, Row[]>();
  for (const row of sorted) {
    const name = groupOf(row);
    const known = groups.get(name);
    if (known) known.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].flatMap(([name, members]): Line<Row>[] => [
    { kind: 'group', name, count: members.length },
    ...members.map((row): Line<Row> => ({ kind: 'row', row })),
  ]);
}

function filtered<Row>(rows: readonly Row[], { filter, shown, columns }: Arrangement<Row>): readonly Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const byStatus = columns.flatMap(({ id, status }) => {
    const wanted = shown.get(id);
    return status && wanted ? [(row: Row) => wanted.has(status(row).word)] : [];
  });
  if (words.length === 0 && byStatus.length === 0) return rows;
  return rows.filter((row) => {
    if (!byStatus.every((fits) => fits(row))) return false;
    const text = columns
      .map((column) => column.text(row))
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function sortedBy<Row>(rows: readonly Row[], { sort, columns }: Arrangement<Row>): readonly Row[] {
  const column = columns.find((one) => one.id === sort?.column);
  if (!sort || !column) return rows;
  const compare = column.compare ?? comparisonOf(column);
  const sign = sort.down ? -1 : 1;
  return [...rows].sort((left, right) => sign * compare(left, right));
}

function comparisonOf<Row>({ status, text }: Column<Row>): (left: Row, right: Row) => number {
  return status
    ? (left, right) => compareStatus(status(left), status(right))
    : (left, right) => compareNatural(text(left), text(right));
}

/** Rows as a spreadsheet takes them: tabs between cells, a line each, headings first. */
export function asTsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cell = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  const lines = rows.map((row) => columns.map((column) => cell(column.text(row))).join('\t'));
  return [columns.map((column) => cell(column.title)).join('\t'), ...lines].join('\n');
}
