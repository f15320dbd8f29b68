import type { ReleaseFacts } from '../records/releaseFacts.ts';

/** The Traffic Light Protocol's marks from the most open to the closest; `White` is the older word for `Clear`. */
const ladder: readonly (readonly string[])[] = [['clear', 'white'], ['green'], ['amber'], ['amber+strict'], ['red']];

export interface PackClassification {
  /** What stands in the header: the highest contained; null where nobody stated any. */
  readonly mark: string | null;
  /** Marks that are not on the ladder and so cannot be compared; listed for the reader. */
  readonly unknown: readonly string[];
}

/**
 * The highest classification of what the pack holds. Withheld evidence is not in it and does not count. A word that
 * the ladder does not know cannot be ranked: then the release's own mark wins, and the others are listed.
 */
export function classificationOf(facts: ReleaseFacts): PackClassification {
  const own = stated(facts.release.classification);
  const contained = facts.evidence.filter((item) => item.withheld !== true).map((item) => stated(item.classification));
  const marks = [own, ...contained].filter((mark) => mark !== null);
  const unknown = [...new Set(marks.filter((mark) => rankOf(mark) < 0))].sort();
  const known = marks.filter((mark) => rankOf(mark) >= 0);
  const highest = known.reduce<string | null>(
    (best, mark) => (best === null || rankOf(mark) > rankOf(best) ? mark : best),
    null,
  );
  const mark = own !== null && rankOf(own) < 0 ? own : (highest ?? unknown[0] ?? null);
  return { mark, unknown: unknown.filter((word) => word !== mark) };
}

function stated(mark: string | null): string | null {
  const trimmed = mark?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function rankOf(mark: string): number {
  const word = mark
    .toLowerCase()
    .replace(/^tlp\s*:?\s*/, '')
    .replace(/\s+/g, '');
  return ladder.findIndex((words) => words.includes(word));
}
