import { calendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { Before, Befores } from '../../../shared/domain/pack/editions/publicEdition.ts';
import type { Issued, PackIdentity } from '../../../shared/domain/pack/packIdentity.ts';
import { changesForBody } from '../../../shared/domain/pack/paper/changesForBody.ts';
import { bodyOf, consultedBodies } from '../../../shared/domain/records/bodies.ts';
import type { Snapshot } from '../../../shared/domain/rulebook/snapshot.ts';
import { enteredSince } from '../../../shared/domain/since/computeSince.ts';
import { rankChanges } from '../../../shared/domain/since/rankChanges.ts';
import { type FinalPack, readFinalPacks, standingFinal } from '../../store/finalPacks.ts';
import { readIssuedPapers } from '../../store/issuedPapers.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { type Kept, keptSnapshot, takenOutSentence } from '../keptSnapshot.ts';

/** The final pack that stood on this day and what people entered since, read from the pack itself; null without one. */
export async function previousPack(
  context: EngineContext,
  store: Store,
  releaseId: string,
  snapshot: Snapshot,
): Promise<Result<PackIdentity['previous'] | null>> {
  const last = standingFinal(readFinalPacks(store.db, releaseId), snapshot.asOf);
  if (!last) return ok(null);
  const { reference, sha256 } = last;
  const gone = takenOutSentence(store, last);
  if (gone) return ok({ reference, asOf: calendarDate(last.asOf), sha256, changes: [gone] });
  const read = await keptSnapshot(context, store, last);
  if (!read.ok) return read;
  const { sentences, groups } = rankChanges(enteredSince(read.value, snapshot));
  return ok({ reference, asOf: read.value.asOf, sha256, changes: sentences, groups });
}

/** The final pack of a later day than this one, which this one does not supersede; null where there is none. */
export function laterFinal(
  store: Store,
  releaseId: string,
  { asOf }: Pick<Snapshot, 'asOf'>,
): NonNullable<PackIdentity['later']> | null {
  const last = standingFinal(readFinalPacks(store.db, releaseId), null);
  if (!last || last.asOf <= asOf) return null;
  return { reference: last.reference, asOf: calendarDate(last.asOf), sha256: last.sha256 };
}

/** The last paper that was issued for a body by this day, and what people entered since on its criteria; null without one. */
export async function lastPaper(
  context: EngineContext,
  store: Store,
  releaseId: string,
  body: string,
  snapshot: Pick<Snapshot, 'facts' | 'asOf'>,
): Promise<Result<{ readonly issued: Issued; readonly changes: string[] } | null>> {
  const papers = readIssuedPapers(store.db, releaseId).filter(
    (one) => one.kind === 'paper' && one.body === body && one.asOf <= snapshot.asOf,
  );
  const last: (Kept & { readonly asOf: string }) | undefined =
    papers.at(-1) ?? packSeenBy(store, releaseId, body, snapshot);
  if (!last) return ok(null);
  const { reference, sha256 } = last;
  const gone = takenOutSentence(store, last);
  if (gone) return ok({ issued: { reference, asOf: calendarDate(last.asOf), sha256 }, changes: [gone] });
  const read = await keptSnapshot(context, store, last);
  if (!read.ok) return read;
  const changes = changesForBody(read.value.facts, snapshot, body);
  return ok({ issued: { reference, asOf: read.value.asOf, sha256 }, changes });
}

/** A body that got no paper of its own may have been given a final pack: then its views name it. */
function packSeenBy(
  store: Store,
  releaseId: string,
  body: string,
  { facts, asOf }: Pick<Snapshot, 'facts' | 'asOf'>,
): FinalPack | undefined {
  const named = new Set(facts.views.filter((view) => bodyOf(view.body) === body).map((view) => view.paper));
  return readFinalPacks(store.db, releaseId).findLast((pack) => pack.asOf <= asOf && named.has(pack.reference));
}

/** For each body what changed since the last paper or pack that it was given; bodies that were given none are left out. */
export async function lastSeenByBodies(
  context: EngineContext,
  store: Store,
  releaseId: string,
  snapshot: Pick<Snapshot, 'facts' | 'asOf'>,
): Promise<Result<NonNullable<PackIdentity['lastSeen']>>> {
  const { facts } = snapshot;
  const mapped = facts.criteria.flatMap((criterion) => (criterion.bodies ?? []).map(bodyOf));
  const bodies = new Set([...consultedBodies, ...mapped, ...facts.views.map((view) => bodyOf(view.body))]);
  const seen: NonNullable<PackIdentity['lastSeen']> = [];
  for (const body of bodies) {
    const last = await lastPaper(context, store, releaseId, body, snapshot);
    if (!last.ok) return last;
    if (last.value) seen.push({ body, ...last.value.issued, changes: last.value.changes });
  }
  return ok(seen);
}

/** Every pack and paper that an identity tells changes since: the public edition tells them anew. */
export async function packsBefore(
  context: EngineContext,
  store: Store,
  { previous, lastSeen }: PackIdentity,
): Promise<Result<Befores>> {
  const befores = new Map<string, Before>();
  for (const kept of [...(previous ? [previous] : []), ...(lastSeen ?? [])]) {
    if (takenOutSentence(store, kept) !== null) continue;
    const read = await keptSnapshot(context, store, kept);
    if (!read.ok) return read;
    befores.set(kept.sha256, read.value);
  }
  return ok(befores);
}
