import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Actor } from '../../shared/domain/records/profile.ts';
import { keyOf, type RecordKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import type { Authority } from '../../shared/domain/roles/mayChange.ts';
import type { WritableDb } from '../store/db.ts';
import { appendEntry, type LedgerAction, type LedgerEnd, type NewEntry } from '../store/ledger.ts';
import type { Stamps } from '../store/openStore.ts';
import type { Fields } from './fields.ts';

/** One transaction's hand: every change goes through it, so that none is without its ledger entry. */
export interface ChangeSet {
  readonly db: WritableDb;
  readonly stamps: Stamps;
  readonly actor: Actor;
  readonly storeId: string;
  /** Today in Europe/London: the day that acceptances and marks carry. */
  readonly today: CalendarDate;
  /** Where the ledger stands; every entry of this transaction goes through it. */
  readonly ledgerEnd: LedgerEnd;
  /** The entries written so far that can be taken back; `releaseId`: a release that they are about without an entry of its own. */
  readonly range: { entry: number; through: number; releaseId: string | null };
  /** Whose changes these are; null: what follows by itself or was judged where it was written, and then anything may change. */
  readonly role: Authority | null;
  /** What the other side owns is recorded for it, and marked so, instead of refused. */
  readonly onBehalf: boolean;
  /** The facts are stated as they stood elsewhere or before: a release file, a change taken back. */
  readonly restates: boolean;
  /** What is restated is what stood before a change that is taken back. */
  readonly leadsBack?: boolean;
  /** Where this is not null, what may not be changed is left as it stands and named here (`kind:key#field`). */
  readonly leftOut: string[] | null;
}

const takenBack: ReadonlySet<LedgerAction> = new Set([
  'create',
  'edit',
  'batch',
  'remove',
  'restore',
  'archive',
  'unarchive',
]);

/** The only way into the ledger from here: who, when and in which store, and what of it can be taken back. */
export function append(
  set: ChangeSet,
  entry: Omit<NewEntry, 'id' | 'at' | 'actor' | 'organisation' | 'storeId'>,
): number {
  const { name, organisation } = set.actor;
  const head = { id: set.stamps.newId(), at: set.stamps.now(), actor: name, organisation, storeId: set.storeId };
  const seq = appendEntry(set.db, { ...head, ...entry }, set.ledgerEnd);
  if (takenBack.has(entry.action) && !onlyConfirms(entry)) {
    if (set.range.entry === 0) set.range.entry = seq;
    set.range.through = seq;
    // How a table was read follows from the records that it gave, and goes with them.
  } else if (entry.action === 'setting' && set.range.entry > 0) set.range.through = seq;
  return seq;
}

/** What stands was chosen, as where a conflict is settled in its favour: there is nothing that could be put back. */
function onlyConfirms({ action, changes, batch }: Pick<NewEntry, 'action' | 'changes' | 'batch'>): boolean {
  const isSame = ({ before, after }: { readonly before: unknown; readonly after: unknown }) =>
    isDeepStrictEqual(before, after);
  if (action === 'edit') return changes.length > 0 && changes.every(isSame);
  return action === 'batch' && batch.every(isSame);
}

export function nounOf(kind: RecordKind): string {
  return kind === 'release' ? 'release' : recordKinds[kind].noun;
}

export function nameOf(kind: RecordKind, fields: Fields): string {
  return kind === 'release' ? String(fields.name ?? '') : keyOf(kind, fields as never);
}
