import type { CalendarDate } from '../calendar/calendarDate.ts';
import { assertNever } from '../foundation/assertNever.ts';
import { sortNaturally } from '../foundation/naturalOrder.ts';
import type { Position, View } from '../records/committees.ts';
import type { Criterion } from '../records/criterion.ts';
import { type Evidence, evidenceKey, parseEvidenceKey } from '../records/evidence.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { type EvidenceIndex, evidenceIndexOf } from './evidenceIndex.ts';

/** What a body saw of a criterion: its wording and the current evidence linked to it, by version and hash. */
export interface Stamp {
  readonly sawText: string | null;
  readonly saw: { readonly evidence: string; readonly sha256: string | null }[];
}

/**
 * The stamp to record with a view (`docs/domain.md`, Views).
 * @param on the day of the meeting: of the evidence, only what was there by then, in the version of then; null: no day is
 * recorded, so that the view is of what is there now
 */
export function stampFor(facts: ReleaseFacts, criterionReference: string, on: CalendarDate | null): Stamp {
  const criterion = facts.criteria.find((one) => one.reference === criterionReference);
  const linked = evidenceIndexOf(facts.evidence, on).ofCriterion(criterionReference);
  const current = sortNaturally(linked, (evidence) => evidence.reference);
  return {
    sawText: criterion?.text ?? null,
    saw: current.map((evidence) => ({ evidence: evidenceKey(evidence), sha256: evidence.sha256 })),
  };
}

/** What has changed since the body saw it. *unknown*: the wording or the evidence it saw is not recorded. */
export type Freshness =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'unknown'; readonly missing: readonly ('wording' | 'evidence')[] }
  | { readonly kind: 'stale'; readonly changes: readonly StaleChange[] };

/** One thing that is not as the body saw it, by value and never by edit time. */
export type StaleChange =
  | { readonly kind: 'wording' }
  | {
      readonly kind: 'replaced';
      readonly reference: string;
      readonly from: number;
      readonly to: number;
      readonly sha256: string | null;
      /** What became of the version seen, where an older one stands again. */
      readonly how: GoneHow | null;
    }
  | {
      readonly kind: 'otherFile';
      readonly reference: string;
      readonly version: number;
      readonly sha256: string | null;
    }
  | {
      readonly kind: 'gone';
      readonly reference: string;
      readonly version: number;
      readonly how: GoneHow;
    }
  | { readonly kind: 'unlinked'; readonly reference: string; readonly version: number }
  | { readonly kind: 'added'; readonly reference: string; readonly version: number; readonly sha256: string | null };

type GoneHow = 'withdrawn' | 'rejected' | 'superseded' | 'removed';

export function freshnessOf(view: View, criterion: Criterion, evidence: EvidenceIndex): Freshness {
  const wordingChanged = view.sawText !== null && view.sawText !== criterion.text;
  const changes: StaleChange[] = [
    ...(view.saw === null ? [] : changesSince(view.saw, criterion.reference, evidence)),
    ...(wordingChanged ? [{ kind: 'wording' } as const] : []),
  ];
  if (changes.length > 0) return { kind: 'stale', changes };
  const missing = [
    ...(view.sawText === null ? (['wording'] as const) : []),
    ...(view.saw === null ? (['evidence'] as const) : []),
  ];
  return missing.length > 0 ? { kind: 'unknown', missing } : { kind: 'fresh' };
}

type Saw = NonNullable<View['saw']>;

function changesSince(saw: Saw, criterion: string, index: EvidenceIndex): readonly StaleChange[] {
  if (isJustThat(saw, index.ofCriterion(criterion))) return [];
  const seen = saw.map((item) => ({ ...parseEvidenceKey(item.evidence), sha256: item.sha256 }));
  const changes: StaleChange[] = [];
  for (const item of seen) {
    const current = index.current(item.reference);
    const sawCurrentToo =
      seen.length > 1 &&
      current?.version !== item.version &&
      seen.some((one) => one.reference === item.reference && one.version === current?.version);
    const change = sawCurrentToo ? null : changeOf(item, criterion, index);
    if (change) changes.push(change);
  }
  for (const evidence of index.ofCriterion(criterion)) {
    if (seen.some((one) => one.reference === evidence.reference)) continue;
    changes.push({
      kind: 'added',
      reference: evidence.reference,
      version: evidence.version,
      sha256: evidence.sha256,
    });
  }
  return changes;
}

/** What a stamp of today would hold, in its order: the usual case, told without taking any key apart. */
function isJustThat(saw: Saw, linked: readonly Evidence[]): boolean {
  return (
    saw.length === linked.length &&
    linked.every((evidence, at) => {
      const item = saw[at];
      if (!item || !isKeyOf(item.evidence, evidence)) return false;
      return item.sha256 === null || evidence.sha256 === null || item.sha256 === evidence.sha256;
    })
  );
}

/** `EV-003@2` without building it: this is asked for every item that any body ever saw. */
function isKeyOf(key: string, evidence: Evidence): boolean {
  const { reference } = evidence;
  const version = String(evidence.version);
  return (
    key.length === reference.length + 1 + version.length &&
    key.charAt(reference.length) === '@' &&
    key.startsWith(reference) &&
    key.endsWith(version)
  );
}

interface Seen {
  readonly reference: string;
  readonly version: number;
  readonly sha256: string | null;
}

/** A hash that is unknown on either side says nothing; a version does. */
function changeOf(seen: Seen, criterion: string, index: EvidenceIndex): StaleChange | null {
  const { reference, version, sha256 } = seen;
  const key = evidenceKey(seen);
  // What takes effect later was there to be seen: compared with itself, not with what is in effect until then.
  const current = index.ahead(key) ?? index.current(reference);
  if (current === null) return { kind: 'gone', reference, version, how: goneHow(index, seen) };
  if (current.version !== version) {
    const how = current.version < version ? goneHow(index, seen) : null;
    return { kind: 'replaced', reference, from: version, to: current.version, sha256: current.sha256, how };
  }
  if (sha256 !== null && current.sha256 !== null && sha256 !== current.sha256) {
    return { kind: 'otherFile', reference, version, sha256: current.sha256 };
  }
  const linked = current.criteria === null || current.criteria.includes(criterion);
  return linked ? null : { kind: 'unlinked', reference, version };
}

function goneHow(index: EvidenceIndex, seen: Seen): GoneHow {
  if (index.supersededBy(evidenceKey(seen))) return 'superseded';
  const newest = index.newest(seen.reference);
  if (newest?.status === 'rejected' || newest?.status === 'withdrawn') return newest.status;
  return newest && index.supersededBy(evidenceKey(newest)) ? 'superseded' : 'removed';
}

/** `supported EV-003 version 1 with conditions`: a position on something, as the verb of a past sentence. */
export function positionOn(position: Position, what: string): string {
  switch (position) {
    case 'supports':
      return `supported ${what}`;
    case 'supportsWithConditions':
      return `supported ${what} with conditions`;
    case 'doesNotSupport':
      return `did not support ${what}`;
    case 'noView':
      return `had no view on ${what}`;
    case 'deferred':
      return `deferred its view on ${what}`;
    default:
      return assertNever(position);
  }
}
