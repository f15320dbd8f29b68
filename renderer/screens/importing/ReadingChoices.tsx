import { NumberInput, Select } from '@mantine/core';
import { useImportStore } from '../../stores/importStore.ts';
import styles from './choices.module.css';

type Change = Parameters<typeof import('../../stores/importStore.ts').readAgain>[0];

/** Where the file can be read in more than one way, the way it was read, and the others. */
export function ReadingChoices({ read }: { readonly read: (change: Change) => Promise<void> }) {
  const held = useImportStore((state) => state.held);
  const choices = useImportStore((state) => state.choices);
  if (!held) return null;
  const { sheets, sheet, headerRow, dateOrder, hasPartialLists, format } = held.reading;
  const afresh = { mapping: null, valueMaps: {} };
  return (
    <div className={styles.columns}>
      {sheets.length > 1 ? (
        <Select
          label={format === 'docx' || format === 'html' ? 'Table' : 'Sheet'}
          data={[...sheets]}
          value={sheet}
          allowDeselect={false}
          onChange={(chosen) => void read({ sheet: chosen, headingRow: null, ...afresh })}
        />
      ) : null}
      {headerRow === null ? null : (
        <NumberInput
          key={headerRow}
          label="Headings in row"
          min={1}
          allowDecimal={false}
          defaultValue={headerRow}
          onBlur={(event) => {
            const row = Number(event.currentTarget.value);
            if (row >= 1 && row !== headerRow) void read({ headingRow: row, ...afresh });
          }}
        />
      )}
      {dateOrder === null ? null : (
        <Select
          label="Dates in numbers"
          data={[
            { value: 'dayFirst', label: 'Day first: 8/12 is 8 December' },
            { value: 'monthFirst', label: 'Month first: 8/12 is 12 August' },
          ]}
          value={dateOrder}
          allowDeselect={false}
          onChange={(order) => void read({ dateOrder: order === 'monthFirst' ? 'monthFirst' : 'dayFirst' })}
        />
      )}
      {hasPartialLists ? (
        <Select
          label="Which tests count"
          placeholder="Say which"
          data={[
            { value: 'listed', label: 'Those listed' },
            { value: 'stated', label: 'The numbers stated' },
          ]}
          value={choices.partialLists ?? null}
          onChange={(which) => void read({ partialLists: which === 'stated' ? 'stated' : 'listed' })}
        />
      ) : null}
    </div>
  );
}
