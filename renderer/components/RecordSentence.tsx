import { behalfWords } from '../../shared/domain/roles/behalfWords.ts';
import { marksOf } from '../../shared/domain/roles/onBehalf.ts';
import type { FieldSpec } from '../fields/fieldSpec.ts';
import { inWords } from '../fields/inWords.ts';
import { isNothing } from '../fields/ShownField.tsx';
import styles from './RecordSentence.module.css';

type Fields = Readonly<Record<string, unknown>>;

interface RecordSentenceProps {
  readonly record: Fields;
  readonly specs: readonly FieldSpec[];
  /** What stands above it already, and is not said again. */
  readonly name: string;
}

/** What is recorded of a record, each value after its label; one that awaits its owner's word is marked, and says so below. */
export function RecordSentence({ record, specs, name }: RecordSentenceProps) {
  const marks = marksOf(record);
  const said = specs.filter(
    (spec) =>
      spec.type !== 'shown' &&
      !isNothing(valueIn(record, spec.field)) &&
      inWords(spec, valueIn(record, spec.field)) !== name,
  );
  const words = [...new Set(marks.map(behalfWords))];
  return (
    <>
      <span className={styles.sentence}>
        {said.map((spec) => (
          <span key={spec.field} data-value={spec.field}>
            <span className={styles.label}>{spec.label}</span>{' '}
            <span data-marked={marks.some(({ field }) => field === headOf(spec.field)) || undefined}>
              {inWords(spec, valueIn(record, spec.field))}
            </span>
          </span>
        ))}
      </span>
      {words.map((each) => (
        <span key={each} className={styles.mark}>
          {each}
        </span>
      ))}
    </>
  );
}

function headOf(field: string): string {
  return field.split('.')[0] ?? field;
}

/** A part stands within its field. */
function valueIn(record: Fields, field: string): unknown {
  const part = field.split('.')[1];
  const value = record[headOf(field)] ?? null;
  return part === undefined ? value : ((value as Fields | null)?.[part] ?? null);
}
