import type { CellSave } from './pasteBlock.ts';

type Fields = Readonly<Record<string, unknown>>;

interface FillPlace<Row> {
  /** The rows in the order in which they stand. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly active: string;
  readonly chosen: ReadonlySet<string>;
  readonly field: string;
}

/**
 * One column filled down: with several rows chosen, the value of the first of them goes into the others; with none, the
 * row above gives its value to the active one. What stands so already is left alone.
 */
export function fillDown<Row extends Fields>({
  rows,
  keyOf,
  active,
  chosen,
  field,
}: FillPlace<Row>): readonly CellSave[] {
  const at = rows.findIndex((row) => keyOf(row) === active);
  const range =
    chosen.size > 1 ? rows.filter((row) => chosen.has(keyOf(row))) : rows.slice(Math.max(0, at - 1), at + 1);
  const [first, ...others] = range;
  if (!first) return [];
  const value = first[field] ?? null;
  return others
    .filter((row) => JSON.stringify(row[field] ?? null) !== JSON.stringify(value))
    .map((row) => ({ key: keyOf(row), fields: { [field]: value } }));
}
