import type { Changed } from '../../shared/contract/recordMethods.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { err, fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { viewerSentence } from '../../shared/domain/roles/mayChange.ts';
import { inTransaction } from '../store/db.ts';
import { lastEntry } from '../store/ledger.ts';
import { readStoreId } from '../store/metadata.ts';
import type { Store } from '../store/openStore.ts';
import { readRecord } from '../store/records.ts';
import type { Change, ChangeSet } from './changes.ts';
import type { EngineContext } from './context.ts';
import { readinessOf } from './snapshotOf.ts';

class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.message);
    this.error = error;
  }
}

/**
 * Who may do it: `owner`, each side what is its own; `sides`, either side as a whole (an import brings both sides'
 * facts); `anyone`, viewers too, for it changes no fact.
 */
type Allowed = 'owner' | 'sides' | 'anyone';

/** One use case's changes in one transaction: a refusal anywhere takes everything back. */
export function transact<T>(
  context: EngineContext,
  store: Store,
  work: (set: ChangeSet) => Result<T>,
  allowed: Allowed = 'owner',
): Result<T> {
  const role = context.role();
  if (role === 'viewer' && allowed !== 'anyone') return fail('notAllowed', viewerSentence);
  try {
    return ok(
      inTransaction(store.db, (db) => {
        const result = work({
          db,
          stamps: context.stamps,
          actor: context.actor(),
          storeId: readStoreId(db),
          ledgerEnd: { hash: null },
          role: allowed === 'owner' ? role : null,
        });
        if (!result.ok) throw new Refused(result.error);
        return result.value;
      }),
    );
  } catch (error) {
    if (error instanceof Refused) return err(error.error);
    throw error;
  }
}

/** Makes the changes and answers as the window needs it: the records after them, and the findings. */
export function change(
  context: EngineContext,
  store: Store,
  asOf: CalendarDate | null,
  work: (set: ChangeSet) => Result<readonly Change[]>,
): Result<Changed> {
  const made = transact(context, store, work);
  return made.ok ? answer(context, store, asOf, made.value) : made;
}

/** What the window shows after these changes. */
export function answer(
  context: EngineContext,
  store: Store,
  asOf: CalendarDate | null,
  changes: readonly Change[],
): Result<Changed> {
  const first = changes[0];
  if (!first) return fail('conflict', 'Nothing was changed: it already stands as you typed it.');
  const entries = changes.map((made) => made.seq);
  const facts = context.cache.read(store.db, first.releaseId);
  return ok({
    releaseId: first.releaseId,
    revision: lastEntry(store.db),
    changes: changes.map(({ kind, id }) => {
      const stored = readRecord(store.db, kind, id);
      return { kind, id, record: stored && !stored.removed ? { id, ...stored.fields } : null };
    }),
    readiness: facts ? readinessOf(store, facts, asOf ?? context.today()) : null,
    entry: Math.min(...entries),
    through: Math.max(...entries),
  });
}
