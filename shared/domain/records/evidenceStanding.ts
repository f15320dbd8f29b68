import { type Evidence, evidenceKey, highestVersions, supersededByName } from './evidence.ts';

/** Where an item stands in its life; *superseded*: a newer version is the current one, or another item names it (docs/domain.md, Evidence). */
export type EvidenceStanding = 'draft' | 'submitted' | 'accepted' | 'rejected' | 'withdrawn' | 'superseded' | 'unknown';

/** The standing of every item, by its id or key order; one pass over all versions. */
export function standingsOf(all: readonly Evidence[]): (item: Evidence) => EvidenceStanding {
  const highest = highestVersions(all);
  const superseded = supersededByName(all);
  return (item) => {
    if (item.status === 'rejected' || item.status === 'withdrawn') return item.status;
    if (superseded.has(evidenceKey(item)) || (highest.get(item.reference)?.version ?? 0) > item.version)
      return 'superseded';
    return item.status ?? 'unknown';
  };
}

/** Views of the list that a test lead works through. */
export const evidenceTrays = ['all', 'unlinked', 'draft', 'submitted', 'rejected', 'settled'] as const;
export type EvidenceTray = (typeof evidenceTrays)[number];

/**
 * Which trays an item lies in: the inbox is what is unlinked or was rejected and not replaced.
 * @param isDocument whether it is the file of a version of the RID or the TAD, which speaks for no criterion
 */
export function traysOf(item: Evidence, standing: EvidenceStanding, isDocument: boolean): readonly EvidenceTray[] {
  const isLiving = standing !== 'withdrawn' && standing !== 'superseded';
  return [
    'all',
    ...(isLiving && !isDocument && (item.criteria ?? []).length === 0 ? (['unlinked'] as const) : []),
    ...(standing === 'draft' || standing === 'submitted' || standing === 'rejected' ? [standing] : []),
    ...(standing === 'unknown' ? (['draft'] as const) : []),
    ...(isLiving ? [] : (['settled'] as const)),
  ];
}
