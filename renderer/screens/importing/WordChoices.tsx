import { Select, TextInput } from '@mantine/core';
import type { HeldReading } from '../../../shared/contract/import.ts';
import type { CellType } from '../../../shared/domain/catalogue/imported.ts';
import type { ImportKind, importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import { exportedWord, vocabularies } from '../../../shared/domain/importing/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { useImportStore } from '../../stores/importStore.ts';
import styles from './choices.module.css';

const LEAVE = 'leave blank';

/** What a word of this type may stand for; null where it is for the person to write. */
function meaningsOf(type: CellType): readonly { readonly value: string; readonly label: string }[] | null {
  if (type === 'severity')
    return [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ value: String(number), label: `Severity ${number}` }));
  // Impacts and bodies are lists, and one word may stand for several.
  if (type === 'impacts') return null;
  const words = vocabularies[type]?.words;
  if (!words) return null;
  const label = (value: string) =>
    type === 'openClosed' ? (value === 'true' ? 'Open' : 'Closed') : exportedWord(type, value);
  return Object.keys(words).map((value) => ({ value, label: label(value) }));
}

/** A value, or the list of them, as it is written: `DCC Systems; SEC documents`. */
function wordsOf(type: CellType | undefined, value: string | null): string {
  if (type === undefined || value === null) return value ?? '';
  return value
    .split('; ')
    .map((one) => exportedWord(type, one))
    .join('; ');
}

type ValueMaps = Record<string, Record<string, string>>;

interface WordChoicesProps {
  readonly held: HeldReading;
  readonly fields: (typeof importKindSpecs)[ImportKind]['fields'];
  readonly read: (change: { valueMaps: ValueMaps }) => Promise<void>;
}

/** How words were understood: a severity called Critical, a status called Resolved. The person may know better. */
export function WordChoices({ held, fields, read }: WordChoicesProps) {
  const valueMaps = useImportStore((state) => state.choices.valueMaps);
  const { readings } = held.reading;
  if (readings.length === 0) return null;
  const set = (field: string, word: string, value: string) =>
    void read({ valueMaps: { ...valueMaps, [field]: { ...valueMaps[field], [word]: value.trim() } } });
  return (
    <Panel title="Words" note="how this table's words were understood; change what is wrong">
      <div className={styles.columns}>
        {readings.map(({ column, word, field, value, count }) => {
          const spec = fields.find((one) => one.field === field);
          const options = spec ? meaningsOf(spec.type) : null;
          const shared = {
            label: `“${word}” in ${column}`,
            description: `${spec?.label ?? field} · ${count} ${count === 1 ? 'row' : 'rows'}`,
            placeholder: 'Not understood',
          };
          const known = options?.some((option) => option.value === value);
          return options && (value === null || known) ? (
            <Select
              key={`${column} ${word}`}
              {...shared}
              data={[...options, { value: LEAVE, label: 'Leave blank' }]}
              value={value}
              onChange={(chosen) => {
                if (chosen !== null) set(field, word, chosen === LEAVE ? '' : chosen);
              }}
            />
          ) : (
            <TextInput
              key={`${column} ${word} ${value}`}
              {...shared}
              defaultValue={wordsOf(spec?.type, value)}
              onBlur={(event) => {
                const typed = event.currentTarget.value;
                if (typed.trim() !== wordsOf(spec?.type, value)) set(field, word, typed);
              }}
            />
          );
        })}
      </div>
    </Panel>
  );
}
