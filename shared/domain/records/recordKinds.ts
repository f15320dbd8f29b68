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

/** The two plurals that no rule gives. */
const plurals: Partial<Record<ListKind, string>> = { criterion: 'criteria', requiredBody: 'required bodies' };

/** What several records of a kind are called: `criteria`, `test issues`. */
export function nounsOf(kind: ListKind): string {
  return plurals[kind] ?? `${kinds[kind].noun}s`;
}
