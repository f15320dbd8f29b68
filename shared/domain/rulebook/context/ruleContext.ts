import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { type WorkingDays, workingDaysOf } from '../../calendar/workingDays.ts';
import { isBlank } from '../../foundation/words.ts';
import { factsAsOf, hasHappened } from '../../records/asOf.ts';
import { bodyOf } from '../../records/bodies.ts';
import { canonicalFacts } from '../../records/canonical.ts';
import type { Criterion } from '../../records/criterion.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { type EvidenceIndex, evidenceIndexOf } from '../../staleness/evidenceIndex.ts';
import type { RulebookSettings } from '../settings.ts';
import type { OtherRelease, Snapshot } from '../snapshot.ts';
import { type GoLiveInForce, goLiveInForce } from './goLiveInForce.ts';
import { type ScopeIndex, scopeIndexOf } from './scopeIndex.ts';
import type { FoundSignature } from './signatureState.ts';
import { type SubmissionState, submissionStateOf } from './submissionState.ts';
import { dccImpactOf, type Judged, testingApplies } from './systemImpact.ts';
import { type ViewIndex, viewIndexOf } from './viewIndex.ts';

/** What every rule looks at: the facts in one order, and indexes built once so that all rules together are linear. */
export interface RuleContext {
  /** As they stood on the as-of date: what carries a later day of its own has not happened (`factsAsOf`). */
  readonly facts: ReleaseFacts;
  /** All that is recorded, in the same order: for the pack, which also shows what is yet to come as such. */
  readonly recorded: ReleaseFacts;
  readonly asOf: CalendarDate;
  /** Judged as the final submission. */
  readonly final: boolean;
  readonly settings: RulebookSettings;
  readonly workingDays: WorkingDays;
  /** The working day on or before a due date, computed once for each date. */
  readonly practicalDay: (due: CalendarDate) => CalendarDate;
  /** Working days from the as-of date to a day, computed once for each day. */
  readonly workingDaysTo: (day: CalendarDate) => number;
  readonly otherReleases: readonly OtherRelease[];
  readonly goLive: GoLiveInForce;
  readonly scope: ScopeIndex;
  readonly dccImpact: Judged;
  readonly testing: Judged;
  readonly submission: SubmissionState;
  /** What was found of the signatures of the submission that stands; null: nothing was looked for. */
  readonly signatures: readonly FoundSignature[] | null;
  readonly evidence: EvidenceIndex;
  readonly views: ViewIndex;
  /** Criteria that the owner does not call not applicable. */
  readonly applicable: readonly Criterion[];
  /** The bodies a criterion is mapped to, under their short names, each once and in one order. */
  readonly bodiesOf: (criterion: Criterion) => readonly string[];
  /** The bodies that the release as a whole requires, under their short names. */
  readonly requiredBodies: ReadonlySet<string>;
  /** `release:June 2026 SEC Release`: the record of everything that stands in no list. */
  readonly releaseRecord: string;
  /** No slot: an ad-hoc release (§3). */
  readonly adHoc: boolean;
  /** A dated event has happened by the as-of date; an undated one stands. */
  readonly hasHappened: (date: CalendarDate | null) => boolean;
}

/** The facts of an earlier computation, as they were given, and its context. */
interface ContextBefore {
  readonly facts: ReleaseFacts;
  readonly context: RuleContext;
}

/** @param before of the last computation: what is made of one list alone is taken from it where the list is the same */
export function ruleContextOf(snapshot: Snapshot, before: ContextBefore | null = null): RuleContext {
  const { asOf, final } = snapshot;
  const recorded = canonicalFacts(snapshot.facts, before && { given: before.facts, sorted: before.context.recorded });
  // In order anew: a day that lies ahead may have decided which of two records of one name comes first.
  const known = before?.context.asOf === asOf ? before.context : null;
  const stood = factsAsOf(recorded, asOf, known && { given: known.recorded, stood: known.facts });
  const isKnown = known?.recorded.evidence === recorded.evidence;
  const inOrder = known && isKnown ? { ...recorded, evidence: known.facts.evidence } : recorded;
  const facts = canonicalFacts(stood, { given: inOrder, sorted: inOrder });
  const workingDays = workingDaysOf(snapshot.workingDays);
  const goLive = goLiveInForce(facts, asOf);
  const scope = scopeIndexOf(facts, asOf);
  const bodies = new Map<string, readonly string[]>();
  return {
    facts,
    recorded,
    asOf,
    final,
    settings: snapshot.rulebook,
    workingDays,
    practicalDay: remember(workingDays.onOrBefore),
    workingDaysTo: remember((day) => workingDays.between(asOf, day)),
    otherReleases: snapshot.otherReleases,
    goLive,
    scope,
    dccImpact: dccImpactOf(facts, scope),
    testing: testingApplies(facts, scope, asOf),
    submission: submissionStateOf(facts, asOf, final, goLive.date),
    signatures: snapshot.signatures ?? null,
    evidence: known?.facts.evidence === facts.evidence ? known.evidence : evidenceIndexOf(facts.evidence, asOf),
    views: known?.facts.views === facts.views ? known.views : viewIndexOf(facts.views, asOf),
    applicable: facts.criteria.filter((criterion) => criterion.selfStatus !== 'notApplicable'),
    bodiesOf: (criterion) => {
      const named = (criterion.bodies ?? []).join('\n');
      const listed = bodies.get(named);
      if (listed) return listed;
      const found = bodiesOfCriterion(criterion);
      bodies.set(named, found);
      return found;
    },
    requiredBodies: new Set(facts.requiredBodies.flatMap((one) => (isBlank(one.body) ? [] : [bodyOf(one.body ?? '')]))),
    releaseRecord: `release:${facts.release.name}`,
    adHoc: facts.release.slot === null,
    hasHappened: (date) => hasHappened(date, asOf),
  };
}

function bodiesOfCriterion(criterion: Criterion): readonly string[] {
  const named = (criterion.bodies ?? []).filter((body) => body.trim() !== '').map(bodyOf);
  return named.length > 1 ? [...new Set(named)].sort() : named;
}

/** Thousands of findings share a handful of dates. */
function remember<Value>(compute: (date: CalendarDate) => Value): (date: CalendarDate) => Value {
  const known = new Map<CalendarDate, Value>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const result = compute(date);
    known.set(date, result);
    return result;
  };
}
