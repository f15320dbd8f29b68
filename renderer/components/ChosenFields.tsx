import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { type ListKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { alsoSaid } from '../fields/alsoSaid.ts';
import { useIsOnBehalf } from '../fields/behalf.ts';
import { Field } from '../fields/Field.tsx';
import { specsOf } from '../fields/fieldSpecs.ts';
import { lockOfKind } from '../fields/locks.ts';
import { useRole } from '../stores/appStore.ts';
import { recordNow, saveMany } from '../stores/releaseStore.ts';
import { removeMany } from '../stores/removeMany.ts';
import { ActionButton } from './ActionButton.tsx';
import styles from './ChosenFields.module.css';

interface ChosenFieldsProps {
  readonly kind: ListKind;
  readonly ids: ReadonlySet<string>;
  readonly clear: () => void;
  readonly suggestions?: Readonly<Record<string, readonly string[]>>;
}

/** Any one field of all chosen records set at once, and their removal: each is one step, and one to take back. */
export function ChosenFields({ kind, ids, clear, suggestions = {} }: ChosenFieldsProps) {
  const [field, setField] = useState<string | null>(null);
  const [value, setValue] = useState<unknown>(null);
  const isOnBehalf = useIsOnBehalf();
  const role = useRole();
  // A reference names one record; set for many it would make them all the same.
  const specs = specsOf(kind).filter(
    (spec) =>
      spec.type !== 'shown' &&
      spec.type !== 'rows' &&
      !spec.field.includes('.') &&
      !(ids.size > 1 && spec.field === 'reference'),
  );
  const spec = specs.find((one) => one.field === field);
  const choose = (next: string | null) => {
    setField(next);
    setValue(null);
  };
  const set = async () => {
    if (!spec || value === null) return;
    const saves = [...ids].map((id) => ({
      kind,
      id,
      fields: { [spec.field]: value, ...alsoSaid(kind, recordNow(kind, id) ?? {}, spec.field, value) },
    }));
    if (await saveMany(saves, isOnBehalf)) choose(null);
  };
  const remove = () => {
    clear();
    void removeMany(kind, [...ids]);
  };
  return (
    <>
      <Select
        aria-label="Field of the chosen"
        placeholder="Set a field…"
        searchable
        clearable
        data={specs.map((one) => ({ value: one.field, label: one.label }))}
        value={field}
        onChange={choose}
        w={150}
      />
      {spec ? (
        <>
          <span className={styles.value}>
            <Field
              key={spec.field}
              spec={spec}
              value={value}
              save={(next) => {
                setValue(next);
                return Promise.resolve(null);
              }}
              suggestions={suggestions[spec.field] ?? null}
              cell={inBar}
            />
          </span>
          <ActionButton
            variant="default"
            size="compact-xs"
            why={value === null ? 'Say first what it is to be set to.' : null}
            onClick={() => void set()}
          >
            Set for {ids.size}
          </ActionButton>
        </>
      ) : null}
      {lockOfKind(role, kind) === null || isOnBehalf ? (
        <Button variant="subtle" color="red" size="compact-xs" onClick={remove}>
          Remove {ids.size === 1 ? `this ${recordKinds[kind].noun}` : `these ${ids.size}`}
        </Button>
      ) : null}
    </>
  );
}

const inBar = { isLeft: false, settled: () => undefined };
