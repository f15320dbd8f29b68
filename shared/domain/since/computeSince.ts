import { computeReadiness } from '../readiness/computeReadiness.ts';
import { canonicalFacts } from '../records/canonical.ts';
import { keyOf } from '../records/recordKinds.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import type { Change } from './change.ts';
import { findingChanges } from './findingChanges.ts';
import { listChanges } from './listChanges.ts';
import { releaseChanges } from './releaseChanges.ts';
import { type Settings, settingsChanges } from './settingsChanges.ts';

/**
 * What changed between two snapshots of a release: first what people entered, the rulebook and the calendar included, each
 * change once, then what the rules make of it.
 * Compares values, never edit times, so the same snapshot twice gives nothing.
 */
export function computeSince(before: Snapshot, after: Snapshot): readonly Change[] {
  return [
    ...enteredSince(before, after),
    ...findingChanges(
      { facts: before.facts, findings: computeReadiness(before).findings },
      { facts: after.facts, findings: computeReadiness(after).findings },
    ),
  ];
}

/** What people entered: of the release, and of the settings that it is judged by. */
export function enteredSince(
  before: Pick<Snapshot, 'facts'> & Settings,
  after: Pick<Snapshot, 'facts'> & Settings,
): readonly Change[] {
  return [...factsSince(before, after), ...settingsChanges(before, after)];
}

/** Only what people entered of the release; what is dated after the later as-of date is told as not come about yet. */
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
