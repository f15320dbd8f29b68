import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import texts from '../styles/texts.module.css';
import { DateInput } from './dates/DateInput.tsx';
import type { FieldSpec } from './fieldSpec.ts';
import styles from './RowsField.module.css';

type Row = Readonly<Record<string, unknown>>;

interface RowsFieldProps {
  readonly spec: FieldSpec;
  readonly rows: readonly Row[];
  readonly error: string | null;
  /** While a cell is typed in. */
  readonly type: (rows: readonly Row[] | null) => void;
  /** A row more or less, or a cell that is left. */
  readonly commit: (rows?: readonly Row[] | null) => void;
}

/** A short list of small records inside a record: key dates, affected documents, sign-offs. */
export function RowsField({ spec, rows, error, type, commit }: RowsFieldProps) {
  const parts = spec.parts ?? [];
  const put = (at: number, part: string, text: string) =>
    type(rows.map((row, index) => (index === at ? { ...row, [part]: text === '' ? null : text } : row)));
  const add = () => commit([...rows, Object.fromEntries(parts.map((part) => [part.field, null]))]);
  const remove = (at: number) => {
    const rest = rows.filter((_, index) => index !== at);
    commit(rest.length === 0 ? null : rest);
  };
  return (
    <fieldset className={styles.rows} data-field={spec.field}>
      <legend>{spec.label}</legend>
      {spec.hint ? <p className={`${texts.note} ${styles.hint}`}>{spec.hint}</p> : null}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own, and its cells must keep the cursor.
        <div key={at} className={styles.row}>
          {parts.map((part) => {
            const cell = {
              'data-part': part.field,
              style: { flex: part.span },
              label: at === 0 ? part.label : undefined,
              'aria-label': `${part.label}, ${at + 1}`,
              value: typeof row[part.field] === 'string' ? (row[part.field] as string) : '',
              onBlur: () => commit(),
            };
            const change = (text: string) => put(at, part.field, text);
            return part.type === 'date' ? (
              <DateInput key={part.field} {...cell} change={change} />
            ) : (
              <TextInput key={part.field} {...cell} onChange={(event) => change(event.currentTarget.value)} />
            );
          })}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Remove row ${at + 1} of ${spec.label}`}
            onClick={() => remove(at)}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={14} />}
        aria-label={`Add a line to ${spec.label}`}
        onClick={add}
      >
        Add a line
      </Button>
      {error ? (
        <p role="alert" className={texts.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
