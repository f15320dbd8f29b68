import { TextInput } from '@mantine/core';
import type { HeldReading } from '../../../shared/contract/importMethods.ts';
import type { ImportKind, importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import { Panel } from '../../components/Panel.tsx';
import { useImportStore } from '../../stores/importStore.ts';

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
      <div className="import-columns">
        {readings.map(({ column, word, field, value, count }) => (
          <TextInput
            key={`${column} ${word}`}
            label={`“${word}” in ${column}`}
            description={`${fields.find((one) => one.field === field)?.label ?? field} · ${count} ${count === 1 ? 'row' : 'rows'}`}
            defaultValue={value ?? ''}
            placeholder="Not understood"
            onBlur={(event) => {
              const typed = event.currentTarget.value;
              if (typed.trim() !== (value ?? '')) set(field, word, typed);
            }}
          />
        ))}
      </div>
    </Panel>
  );
}
