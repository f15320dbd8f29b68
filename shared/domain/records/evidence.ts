import type { z } from 'zod';
import { type evidence, evidenceKey, type evidenceStatuses } from '../catalogue/evidence.ts';
import { sortNaturally } from '../foundation/naturalOrder.ts';

export { evidenceKey, evidenceStatuses } from '../catalogue/evidence.ts';

export type EvidenceStatus = (typeof evidenceStatuses)[number];
export type Evidence = z.output<typeof evidence.schema>;

/** What stands where a text of an item was taken out for good. */
export const takenOut = 'Taken out for good';

const moves: Readonly<Record<EvidenceStatus, readonly EvidenceStatus[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['accepted', 'rejected', 'draft', 'withdrawn'],
  accepted: ['rejected', 'withdrawn', 'submitted'],
  rejected: ['submitted', 'draft', 'withdrawn'],
  withdrawn: ['draft', 'submitted'],
};

/** Where an item may go next in its life; only what was submitted can be accepted or rejected. */
export function nextStatuses(status: EvidenceStatus | null): readonly EvidenceStatus[] {
  return moves[status ?? 'draft'];
}

/** A rejected or withdrawn version is never the current one (`docs/formats.md`, Evidence). */
export function mayBeCurrent(evidence: Pick<Evidence, 'status'>): boolean {
  return evidence.status !== 'rejected' && evidence.status !== 'withdrawn';
}

/**
 * The versions that another item names in `supersedes`, as keys: they are not current any more, whatever reference the
 * newer item has. What was itself rejected or withdrawn supersedes nothing; a name without a version means version 1.
 */
export function supersededByName(all: readonly Evidence[]): ReadonlyMap<string, Evidence> {
  const named = new Map<string, Evidence>();
  for (const item of all) {
    if (item.supersedes === null || !mayBeCurrent(item)) continue;
    const key = evidenceKey(parseEvidenceKey(item.supersedes));
    if (key !== evidenceKey(item)) named.set(key, item);
  }
  return named;
}

/** `EV-003@2` taken apart; a reference alone is its first version. */
export function parseEvidenceKey(key: string): Pick<Evidence, 'reference' | 'version'> {
  const at = key.lastIndexOf('@');
  const version = Number(key.slice(at + 1));
  return at > 0 && Number.isInteger(version)
    ? { reference: key.slice(0, at), version }
    : { reference: key, version: 1 };
}

/**
 * Current is the highest version that is neither rejected nor withdrawn (`docs/formats.md`), unless another item
 * supersedes it by name (`docs/domain.md`, second round).
 */
export function currentEvidence(all: readonly Evidence[]): readonly Evidence[] {
  const superseded = supersededByName(all);
  const current = [...highestVersions(all).values()].filter((evidence) => !superseded.has(evidenceKey(evidence)));
  return sortNaturally(current, (evidence) => evidence.reference);
}

/** Of each reference the highest version that is neither rejected nor withdrawn. */
export function highestVersions(all: readonly Evidence[]): ReadonlyMap<string, Evidence> {
  const highest = new Map<string, Evidence>();
  for (const evidence of all) {
    if (!mayBeCurrent(evidence)) continue;
    const known = highest.get(evidence.reference);
    if (!known || known.version < evidence.version) highest.set(evidence.reference, evidence);
  }
  return highest;
}
