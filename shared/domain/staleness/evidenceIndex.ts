import type { CalendarDate } from '../calendar/calendarDate.ts';
import { hasHappened } from '../records/asOf.ts';
import { type Evidence, evidenceKey, mayBeCurrent, supersededByName } from '../records/evidence.ts';

/** Evidence as it stood on a date, found by reference and by criterion in constant time. */
export interface EvidenceIndex {
  /** The highest version neither rejected nor withdrawn, unless another item supersedes it by name. */
  readonly current: (reference: string) => Evidence | null;
  /** The highest version of any status, for saying what became of it. */
  readonly newest: (reference: string) => Evidence | null;
  /** Current evidence linked to the criterion, by reference. */
  readonly ofCriterion: (criterion: string) => readonly Evidence[];
  /** The same, as `evidence:EV-001@2`: built once, for many findings rest on them. */
  readonly recordsOfCriterion: (criterion: string) => readonly string[];
  /** Linked items of which no current version is linked: the linked version that counted last. */
  readonly goneOfCriterion: (criterion: string) => readonly Evidence[];
  /** Linked items that are recorded and take effect after the as-of date only. */
  readonly aheadOfCriterion: (criterion: string) => readonly Evidence[];
  /** The version of that key, where it takes effect after the as-of date only. */
  readonly ahead: (key: string) => Evidence | null;
  /** The item that supersedes the version of that key by name. */
  readonly supersededBy: (key: string) => Evidence | null;
}

const none: readonly never[] = [];

/** The versions of one reference that matter. */
interface Versions {
  current: Evidence | null;
  newest: Evidence;
  /** What would be current, had no other item superseded it by name. */
  superseded: Evidence | null;
}

/**
 * @param all in canonical order, which the lists keep
 * @param asOf evidence added or effective later is not there yet; null takes everything that is recorded
 */
export function evidenceIndexOf(all: readonly Evidence[], asOf: CalendarDate | null): EvidenceIndex {
  const there = asOf === null ? all : all.filter((evidence) => isThere(evidence, asOf));
  const superseded = supersededByName(there);
  const byReference = versionsByReference(there, superseded);
  const linked = new Map<string, Evidence[]>();
  const gone = new Map<string, Evidence[]>();
  const records = new Map<string, readonly string[]>();
  const waiting = new Map<string, Evidence[]>();
  const ahead = new Map<string, Evidence>();
  for (const evidence of all) {
    if (asOf === null || !mayBeCurrent(evidence) || !isAhead(evidence, asOf)) continue;
    ahead.set(evidenceKey(evidence), evidence);
    link(waiting, evidence);
  }
  for (const { current } of byReference.values()) if (current) link(linked, current);
  for (const evidence of there) linkGone(gone, evidence, byReference.get(evidence.reference));
  return {
    current: (reference) => byReference.get(reference)?.current ?? null,
    newest: (reference) => byReference.get(reference)?.newest ?? null,
    ofCriterion: (criterion) => linked.get(criterion) ?? none,
    recordsOfCriterion: (criterion) => {
      const known = records.get(criterion);
      if (known) return known;
      const built = (linked.get(criterion) ?? none).map((evidence) => `evidence:${evidenceKey(evidence)}`);
      records.set(criterion, built);
      return built;
    },
    goneOfCriterion: (criterion) => gone.get(criterion) ?? none,
    aheadOfCriterion: (criterion) => waiting.get(criterion) ?? none,
    ahead: (key) => ahead.get(key) ?? null,
    supersededBy: (key) => superseded.get(key) ?? null,
  };
}

function versionsByReference(
  there: readonly Evidence[],
  superseded: ReadonlyMap<string, Evidence>,
): ReadonlyMap<string, Versions> {
  const byReference = new Map<string, Versions>();
  for (const evidence of there) {
    const current = mayBeCurrent(evidence) ? evidence : null;
    const known = byReference.get(evidence.reference);
    if (!known) {
      byReference.set(evidence.reference, { current, newest: evidence, superseded: null });
      continue;
    }
    if (known.newest.version < evidence.version) known.newest = evidence;
    if (current && (known.current === null || known.current.version < current.version)) known.current = current;
  }
  if (superseded.size === 0) return byReference;
  for (const versions of byReference.values()) {
    if (versions.current === null || !superseded.has(evidenceKey(versions.current))) continue;
    versions.superseded = versions.current;
    versions.current = null;
  }
  return byReference;
}

/** Of the versions of one reference the highest that is linked, or the one that was superseded by name in place of it. */
function linkGone(gone: Map<string, Evidence[]>, evidence: Evidence, versions: Versions | undefined): void {
  if (!versions || versions.current === evidence) return;
  const { superseded } = versions;
  const last = superseded && evidence.version < superseded.version && mayBeCurrent(evidence) ? superseded : evidence;
  for (const criterion of new Set(evidence.criteria ?? none)) {
    if (versions.current?.criteria?.includes(criterion)) continue;
    const list = gone.get(criterion) ?? [];
    gone.set(criterion, list);
    const at = list.findIndex((one) => one.reference === evidence.reference);
    const known = list[at];
    if (!known) list.push(last);
    else if (known !== superseded && (last === superseded || known.version < last.version)) list[at] = last;
  }
}

function isThere(evidence: Evidence, asOf: CalendarDate): boolean {
  return hasHappened(evidence.addedOn, asOf) && hasHappened(evidence.effectiveOn, asOf);
}

/** Recorded by then, and of a day still to come. */
function isAhead(evidence: Evidence, asOf: CalendarDate): boolean {
  return hasHappened(evidence.addedOn, asOf) && !hasHappened(evidence.effectiveOn, asOf);
}

function link(map: Map<string, Evidence[]>, evidence: Evidence): void {
  const criteria = evidence.criteria ?? none;
  for (const criterion of criteria.length > 1 ? new Set(criteria) : criteria) {
    const list = map.get(criterion);
    if (list) list.push(evidence);
    else map.set(criterion, [evidence]);
  }
}
