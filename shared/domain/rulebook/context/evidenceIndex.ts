import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { type Evidence, evidenceKey, mayBeCurrent } from '../../records/evidence.ts';

/** Evidence as it stood on a date, found by reference and by criterion in constant time. */
export interface EvidenceIndex {
  /** The highest version neither rejected nor withdrawn. */
  readonly current: (reference: string) => Evidence | null;
  /** The highest version of any status, for saying what became of it. */
  readonly newest: (reference: string) => Evidence | null;
  /** Current evidence linked to the criterion, by reference. */
  readonly ofCriterion: (criterion: string) => readonly Evidence[];
  /** The same, as `evidence:EV-001@2`: built once, for many findings rest on them. */
  readonly recordsOfCriterion: (criterion: string) => readonly string[];
  /** Linked items of which no version is current any more. */
  readonly goneOfCriterion: (criterion: string) => readonly Evidence[];
}

const none: readonly never[] = [];

/** The versions of one reference that matter. */
interface Versions {
  current: Evidence | null;
  newest: Evidence;
}

/**
 * @param all in canonical order, which the lists keep
 * @param asOf evidence added or effective later is not there yet; null takes everything that is recorded
 */
export function evidenceIndexOf(all: readonly Evidence[], asOf: CalendarDate | null): EvidenceIndex {
  const byReference = versionsByReference(all, asOf);
  const linked = new Map<string, Evidence[]>();
  const gone = new Map<string, Evidence[]>();
  const records = new Map<string, readonly string[]>();
  for (const versions of byReference.values()) {
    if (versions.current) link(linked, versions.current);
    else link(gone, versions.newest);
  }
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
  };
}

function versionsByReference(all: readonly Evidence[], asOf: CalendarDate | null): ReadonlyMap<string, Versions> {
  const byReference = new Map<string, Versions>();
  for (const evidence of all) {
    if (asOf !== null && !isThere(evidence, asOf)) continue;
    const current = mayBeCurrent(evidence) ? evidence : null;
    const known = byReference.get(evidence.reference);
    if (!known) {
      byReference.set(evidence.reference, { current, newest: evidence });
      continue;
    }
    if (known.newest.version < evidence.version) known.newest = evidence;
    if (current && (known.current === null || known.current.version < current.version)) known.current = current;
  }
  return byReference;
}

function isThere(evidence: Evidence, asOf: CalendarDate): boolean {
  return (
    !(evidence.addedOn !== null && evidence.addedOn > asOf) &&
    !(evidence.effectiveOn !== null && evidence.effectiveOn > asOf)
  );
}

function link(map: Map<string, Evidence[]>, evidence: Evidence): void {
  const criteria = evidence.criteria ?? none;
  for (const criterion of criteria.length > 1 ? new Set(criteria) : criteria) {
    const list = map.get(criterion);
    if (list) list.push(evidence);
    else map.set(criterion, [evidence]);
  }
}
