import { computeReadiness } from '../readiness/computeReadiness.ts';
import { canonicalFacts } from '../records/canonical.ts';
import { keyOf } from '../records/recordKinds.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import type { Change } from './change.ts';
import { findingChanges } from './findingChanges.ts';
import { listChanges } from './listChanges.ts';
import { releaseChanges } from './releaseChanges.ts';

/**
 * What changed between two snapshots of a release: first the facts, each change once, then what the rules make of them.
 * Compares values, never edit times, so the same snapshot twice gives nothing.
 */
export function computeSince(before: Snapshot, after: Snapshot): readonly Change[] {
  return [
    ...factsSince(before, after),
    ...findingChanges(computeReadiness(before).findings, computeReadiness(after).findings),
  ];
}

/** Only what people entered; what is dated after the later as-of date is told as not come about yet. */
export function factsSince(
  before: Pick<Snapshot, 'facts'>,
  after: Pick<Snapshot, 'facts' | 'asOf'>,
): readonly Change[] {
  const was = canonicalFacts(before.facts);
  const is = canonicalFacts(after.facts);
  return [...releaseChanges(was, is, after.asOf), ...listChanges(was, is, after.asOf)].filter(
    (change) => !isFolded(change, was, is),
  );
}

/** A move of the go-live is told once: the record that explains the new approved date is part of it. */
function isFolded(change: Change, was: ReleaseFacts, is: ReleaseFacts): boolean {
  const to = is.release.goLive.approvedDate;
  if (change.kind !== 'goLiveChange.added' || to === was.release.goLive.approvedDate) return false;
  return is.release.goLive.changes.some((move) => move.to === to && keyOf('goLiveChange', move) === change.subject);
}
