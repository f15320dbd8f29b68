import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';

export type LedgerAction =
  | 'createStore'
  | 'create'
  | 'edit'
  | 'batch'
  | 'remove'
  | 'restore'
  | 'archive'
  | 'unarchive'
  | 'attach'
  | 'purge'
  | 'import'
  | 'merge'
  | 'replace'
  | 'exportPack'
  | 'finalPack'
  | 'setting'
  | 'profile'
  /** What a new version of the app changed by itself. */
  | 'upgrade';

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What a batch entry says of one record: the fields that it set, before and after. `before` null: the record was added,
 * `after` null: it was removed. One entry for many records keeps an import of 100,000 rows quick and the history readable.
 */
export interface RecordChange {
  readonly id: string;
  readonly key: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** What a use case adds: who did what to which record, and the fields before and after. */
export interface NewEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly organisation: string;
  readonly storeId: string;
  readonly action: LedgerAction;
  readonly releaseId: string | null;
  readonly kind: RecordKind | null;
  readonly recordId: string | null;
  readonly recordKey: string | null;
  readonly changes: readonly FieldChange[];
  /** The records of a `batch` or an `upgrade`; otherwise empty. */
  readonly batch: readonly RecordChange[];
  readonly note: string | null;
}

export interface LedgerEntry extends NewEntry {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}
