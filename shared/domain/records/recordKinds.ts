import type { z } from 'zod';
import { kinds, type ListKind } from '../catalogue/kinds.ts';

export { kinds as recordKinds, type ListKind, listKinds, type RecordKind } from '../catalogue/kinds.ts';
export { modificationKey } from '../catalogue/modification.ts';
export { viewKey } from '../catalogue/view.ts';

export type RecordOf<Kind extends ListKind> = z.output<(typeof kinds)[Kind]['schema']>;

/** `criterion:AC-01`: the way findings, the ledger, the pack and bundles name a record. */
export function recordName<Kind extends ListKind>(kind: Kind, record: RecordOf<Kind>): string {
  return `${kind}:${keyOf(kind, record)}`;
}

export function keyOf<Kind extends ListKind>(kind: Kind, record: RecordOf<Kind>): string {
  const key = kinds[kind].key as (record: RecordOf<Kind>) => string;
  return key(record);
}
