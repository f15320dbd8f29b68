import type { Changed } from '../../shared/contract/record.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import { err, fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { keeperOf, viewerSentence } from '../../shared/domain/roles/mayChange.ts';
import { noteGroup } from '../store/changeGroups.ts';
import { forTrial, inTransaction } from '../store/db.ts';
import type { Store } from '../store/openStore.ts';
import { settleToWrite } from '../store/whereabouts.ts';
import { type Asker, answer } from './answer.ts';
import { beginChanges } from './beginChanges.ts';
import type { Change, ChangeSet } from './changes.ts';
import type { EngineContext } from './context.ts';

class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.message);
    this.error = error;
  }
}

/**
 * Who may do it: `owner`, each side what is its own; `sides`, either side as a whole (what a merge brings was judged where it was
 * written); `anyone`, viewers too, for it changes no fact.
 */
export type Allowed = 'owner' | 'sides' | 'anyone';

/** How one use case writes. All of it may be left out: each side what is its own, for itself. */
export interface Asked {
  readonly allowed?: Allowed;
  /** What the other side owns is recorded for it, field by field, instead of refused. */
  readonly onBehalf?: boolean | undefined;
  /** Facts stated as they stood elsewhere or before. */
  readonly restates?: boolean;
  /** Where given, what may not be changed is left as it stands and named here. */
  readonly leftOut?: string[];
  /** The first entry of what is taken back by this. */
  readonly takesBack?: number;
}

/** What a use case wrote: `entry`…`through` take it back, read inside the write lock; 0 where nothing can be. */
export interface Written<T> {
  readonly value: T;
  readonly entry: number;
  readonly through: number;
}

/**
 * The one writer. Every change of facts, whatever brings it, comes through here: it asks who may, opens the transaction,
 * and answers with the entries that take it back. A refusal anywhere takes everything back.
 */
export function write<T>(
  context: EngineContext,
  store: Store,
  asked: Asked,
  work: (set: ChangeSet) => Result<T>,
): Result<Written<T>> {
  const { allowed = 'owner', onBehalf = false, restates = false, leftOut = null, takesBack = null } = asked;
  const role = context.role();
  const refused = refusalOf(context, asked);
  if (refused) return refused;
  if (store.readOnly === undefined) settleToWrite(store, context.stamps);
  try {
    return ok(
      inTransaction(store.db, (db) => {
        const hand = {
          role: allowed === 'owner' ? role : null,
          onBehalf,
          restates,
          leadsBack: takesBack !== null,
          leftOut,
        };
        const set = beginChanges(context, db, hand);
        const result = work(set);
        if (!result.ok) throw new Refused(result.error);
        noteGroup(db, set.range, takesBack);
        const { entry, through } = set.range;
        return { value: result.value, entry, through };
      }),
    );
  } catch (error) {
    if (error instanceof Refused) return err(error.error);
    throw error;
  }
}

/** Why this actor may write nothing of the kind; null: each field is judged by itself. */
export function refusalOf(
  context: Pick<EngineContext, 'role'>,
  { allowed = 'owner', leftOut }: Asked,
): Result<never> | null {
  const role = context.role();
  if (role === 'viewer' && allowed !== 'anyone') return fail('notAllowed', viewerSentence);
  const isWhole = allowed === 'sides' || leftOut !== undefined;
  const outside = role === 'outsider' && isWhole ? keeperOf(role, 'release', 'name', {}, {}) : null;
  return outside && fail('notAllowed', outside.sentence);
}

/** Why a use case would be refused; ok where it would not be. It is done as it would be, and nothing of it is kept. */
export function rehearse(
  context: EngineContext,
  store: Store,
  asked: Asked,
  work: (set: ChangeSet) => Result<unknown>,
): Result<null> {
  return forTrial<Result<null>>((leave) => {
    const written = write(context, store, asked, (set) => {
      const result = work(set);
      return result.ok ? leave(ok(null)) : result;
    });
    return written.ok ? ok(null) : written;
  });
}

/** The writer, for a use case whose answer does not say how to take it back. */
export function transact<T>(
  context: EngineContext,
  store: Store,
  work: (set: ChangeSet) => Result<T>,
  asked: Asked | Allowed = {},
): Result<T> {
  const written = write(context, store, typeof asked === 'string' ? { allowed: asked } : asked, work);
  return written.ok ? ok(written.value.value) : written;
}

/** Makes the changes and answers as the window needs it: the records after them, and the findings. */
export function change(
  context: EngineContext,
  store: Store,
  asker: Asker,
  work: (set: ChangeSet) => Result<readonly Change[]>,
  asked: Asked = {},
): Result<Changed> {
  const written = write(context, store, asked, work);
  if (!written.ok) return written;
  return answer(context, store, asker, written.value.value, written.value);
}
