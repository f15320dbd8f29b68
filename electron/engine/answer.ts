import type { Changed } from '../../shared/contract/record.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { type Readiness, wholeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { differenceBetween } from '../../shared/domain/readiness/readinessDifference.ts';
import { changedSince, lastEntry } from '../store/ledger.ts';
import type { Store } from '../store/openStore.ts';
import { readRecord } from '../store/records.ts';
import type { Change, Touched } from './changes.ts';
import type { EngineContext } from './context.ts';
import { readinessKept } from './snapshotOf.ts';
import type { Held, Named } from './told.ts';

/** Who asked for a change: the day they look at, and what they know of the findings (`shared/contract/record.ts`). */
export interface Asker {
  readonly asOf: CalendarDate | null;
  readonly knows?: string | null | undefined;
  readonly judged?: false | undefined;
}

/** Beyond this many records that others changed meanwhile, reading everything is as quick. */
const mostFollowed = 200;

/** What the window shows after these changes, as the difference to what it knows where the engine still holds that. */
export function answer(
  context: EngineContext,
  store: Store,
  asker: Asker,
  changes: readonly (Touched & Pick<Change, 'records'>)[],
  { entry, through }: { readonly entry: number; readonly through: number },
): Result<Changed> {
  const first = changes[0];
  if (!first) return fail('conflict', 'Nothing was changed: it already stands as you typed it.');
  const { releaseId } = first;
  const facts = context.cache.read(store.db, releaseId);
  const revision = lastEntry(store.db);
  const known = context.told.find(asker.knows, releaseId);
  const isForgotten = known === null && typeof asker.knows === 'string';
  const others = known ? changedMeanwhile(store, known, { entry, through }, revision) : isForgotten ? null : [];
  const own = new Set(changes.map(({ id }) => id));
  const touched = [...changes, ...(others ?? []).filter(({ id }) => !own.has(id))];
  const base = {
    releaseId,
    revision,
    changes: touched.map(({ kind, id }) => {
      const stored = readRecord(store.db, kind, id);
      return { kind, id, record: stored && !stored.removed ? { id, ...stored.fields } : null };
    }),
    records: recordsIn(changes),
    entry,
    through,
    ...(others === null ? { incomplete: true as const } : {}),
  };
  if (facts === null || asker.judged === false) return ok({ ...base, readiness: null });
  const readiness = readinessKept(store, facts, asker.asOf ?? context.today());
  if (asker.knows === undefined) return ok({ ...base, readiness: wholeReadiness(readiness) });
  return ok({ ...base, ...tell(context, known, { releaseId, revision, readiness }) });
}

/** A record that was changed twice is one record. */
function recordsIn(changes: readonly (Touched & Pick<Change, 'records'>)[]): number {
  const single = changes.filter(({ records }) => records === undefined);
  const batched = changes.reduce((sum, { records = 0 }) => sum + records, 0);
  return new Set(single.map(({ id }) => id)).size + batched;
}

/** The findings for one who holds them from now on. */
function tell(
  context: EngineContext,
  known: Named | null,
  now: Held,
): { readonly readiness: Readiness | null; readonly difference?: Changed['difference']; readonly state: string } {
  if (known === null) return { readiness: wholeReadiness(now.readiness), state: context.told.hold(now) };
  const difference = differenceBetween(known.readiness, now.readiness);
  return { readiness: null, difference: { base: known.name, ...difference }, state: context.told.hold(now) };
}

/** The records of the release that others changed since the caller was told of it; null: too many to name. */
function changedMeanwhile(
  store: Store,
  { releaseId, revision: known }: Held,
  { entry, through }: { readonly entry: number; readonly through: number },
  revision: number,
): readonly Pick<Touched, 'kind' | 'id'>[] | null {
  const own = entry === 0 ? 0 : through - entry + 1;
  if (revision === known + own) return [];
  return changedSince(store.db, releaseId, known, mostFollowed);
}
