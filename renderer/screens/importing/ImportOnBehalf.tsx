import { Switch } from '@mantine/core';
import { useMemo } from 'react';
import { capitalise } from '../../../shared/domain/foundation/words.ts';
import { importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import { keptOf, type Lock, lockOfKind, nameOfSide } from '../../fields/locks.ts';
import { useRole } from '../../stores/appStore.ts';
import { importOnBehalf, useImportStore } from '../../stores/importStore.ts';
import { useFacts } from '../../stores/useFacts.ts';

/** Where another side keeps what the table holds, or part of it: whether it is recorded for that side. */
export function ImportOnBehalf() {
  const onBehalf = useImportStore((state) => state.onBehalf);
  const lock = useKept();
  if (!lock?.side) return null;
  return (
    <Switch
      size="xs"
      label={`Record for ${nameOfSide(lock.side)}`}
      description={`${capitalise(lock.words)}; what you take in is marked as recorded for ${nameOfSide(lock.side)}, to be confirmed.`}
      checked={onBehalf}
      onChange={(event) => importOnBehalf(event.currentTarget.checked)}
    />
  );
}

/** A criterion is kept by its own owner, row by row; of the other kinds all records are one side's. */
function useKept(): Lock | null {
  const role = useRole();
  const { criteria } = useFacts();
  const { kind, held } = useImportStore();
  const rows = kind === 'criteria' ? held?.rows : undefined;
  return useMemo(() => {
    const { record } = importKindSpecs[kind];
    const lock = lockOfKind(role, record);
    if (lock || !rows) return lock;
    const stored = new Map(criteria.map((criterion) => [criterion.reference, criterion]));
    const stated = new Set(
      rows.flatMap(({ fields }) => Object.keys(fields).filter((field) => (fields[field] ?? null) !== null)),
    );
    const records = rows.map(({ key, fields }) => ({ ...stored.get(key), ...fields }));
    return records.length === 0 ? null : keptOf(role, record, [...stated], records);
  }, [role, kind, rows, criteria]);
}
