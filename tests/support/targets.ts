import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import type { Target } from '../../shared/domain/findings/target.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { putRecords, recordsOf } from '../../shared/domain/records/canonical.ts';
import { keyOf, listKinds, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import type { Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import { anySnapshot } from '../domain/arbitraries.ts';
import { testWorkingDays } from '../fixtures/facts.ts';
import fc from './properties.ts';

/** A release that leads to some targets which no other one of the walk leads to. */
export interface TargetRelease {
  readonly facts: ReleaseFacts;
  readonly asOf: CalendarDate;
  readonly shapes: ReadonlySet<string>;
}

/** `criterion#selfStatus`, with a plus where the record is still to be begun: what one target has in common with others. */
export function shapeOf(target: Target, facts: ReleaseFacts): string {
  return `${target.kind}${isMissing(target, facts) ? '+' : ''}#${target.field ?? ''}`;
}

/** A list that lacks a record, or a record that is named by its key and is not there: it is to be begun. */
function isMissing(target: Target, facts: ReleaseFacts): boolean {
  if (target.kind === 'release' || target.id !== null) return false;
  const { kind, key } = target;
  return key === null || !recordsOf(facts, kind).some((record) => keyOf(kind, record as never) === key);
}

/**
 * Releases from which the window leads to every shape of target that any rule gives over arbitrary releases: each adds at
 * least one that the others lack, the richest first.
 */
export function releasesForTargets(samples: number): readonly TargetRelease[] {
  const all = fc
    .sample(anySnapshot, { numRuns: samples, seed: 20_261_126 })
    .map((snapshot, at) => importable(snapshot, `Release ${String(at + 1).padStart(3, '0')}`))
    .map(({ facts, asOf }) => ({ facts, asOf, shapes: shapesOf(facts, asOf) }));
  const chosen: TargetRelease[] = [];
  const known = new Set<string>();
  for (;;) {
    const [best] = all
      .map((one) => ({ one, news: [...one.shapes].filter((shape) => !known.has(shape)).length }))
      .sort((left, right) => right.news - left.news);
    if (!best || best.news === 0) return chosen;
    for (const shape of best.one.shapes) known.add(shape);
    chosen.push(best.one);
  }
}

/** What the desk links to: each open finding that says where it is mended. */
function leads(finding: Finding): finding is Finding & { readonly mendAt: Target } {
  return finding.mendAt !== null && finding.outcome !== 'notApplicable' && finding.outcome !== 'met';
}

function shapesOf(facts: ReleaseFacts, asOf: CalendarDate): ReadonlySet<string> {
  const snapshot: Snapshot = {
    facts,
    asOf,
    final: false,
    otherReleases: [],
    workingDays: testWorkingDays,
    rulebook: { changes: [], paperDeadlines: [] },
  };
  return new Set(
    computeReadiness(snapshot)
      .findings.filter(leads)
      .map(({ mendAt }) => shapeOf(mendAt, facts)),
  );
}

/** A store takes no two records of one key where the kind says so, and no two releases of one name. */
function importable({ facts, asOf }: Snapshot, name: string): Pick<TargetRelease, 'facts' | 'asOf'> {
  // A closed release is judged on the day of its decision, whichever day is asked for.
  const release = { ...facts.release, name, closedOn: null };
  const result: ReleaseFacts = {
    ...facts,
    release: { ...release, goLive: { ...release.goLive } },
    rid: { ...facts.rid },
  };
  // The files themselves are not here.
  result.evidence = facts.evidence.map((item) => ({ ...item, file: null, sha256: null, bytes: null }));
  for (const kind of listKinds.filter((one) => recordKinds[one].unique)) {
    const byKey = new Map(recordsOf(result, kind).map((record) => [keyOf(kind, record as never), record]));
    putRecords(result, kind, [...byKey.values()]);
  }
  return { facts: result, asOf };
}
