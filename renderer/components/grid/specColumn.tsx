import type { ListKind } from '../../../shared/domain/records/recordKinds.ts';
import { behalfWords } from '../../../shared/domain/roles/behalfWords.ts';
import { marksOf } from '../../../shared/domain/roles/onBehalf.ts';
import { specsOf } from '../../fields/fieldSpecs.ts';
import { inWords } from '../../fields/inWords.ts';
import { isNothing } from '../../fields/ShownField.tsx';
import type { Column } from './column.ts';
import styles from './specColumn.module.css';

type AnyRecord = Readonly<Record<string, unknown>>;

/** One field of a kind as a column: its label, its words, and its cells to be edited, as the catalogue describes it. */
export function specColumn<Row extends object>(
  kind: ListKind,
  field: string,
  track: string,
  more: Partial<Column<Row>> = {},
): Column<Row> {
  const spec = specsOf(kind).find((one) => one.field === field);
  if (!spec) throw new Error(`No field ${field} of a ${kind} stands in the window`);
  const valueIn = (row: Row) => (row as AnyRecord)[field] ?? null;
  const text = more.text ?? ((row: Row) => (isNothing(valueIn(row)) ? '' : inWords(spec, valueIn(row))));
  const isSorted = spec.type === 'date' || spec.type === 'number';
  return {
    id: field,
    title: spec.label,
    track,
    text,
    spec,
    isNumber: spec.type === 'number',
    // A date is one word: its column has the room for it (`dateTrack`).
    wraps: spec.type !== 'number' && spec.type !== 'date',
    ...(isSorted ? { compare: (left, right) => inOrder(valueIn(left), valueIn(right)) } : {}),
    ...more,
    view: (row) => {
      const mark = marksOf(row as AnyRecord).find((one) => one.field === field);
      const shown = more.view ? more.view(row) : text(row) || '–';
      return mark ? (
        <span className={styles.marked} title={behalfWords(mark)}>
          {shown}
        </span>
      ) : (
        shown
      );
    },
  };
}

/** Numbers and dates by what they are, and what is not stated at the end. */
function inOrder(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return (left as number | string) < (right as number | string) ? -1 : 1;
}
