import type { Evidence } from '../../records/evidence.ts';

/** The marks that let a text go to everybody: the Traffic Light Protocol's most open one, old and new, and the plain word. */
const open = /^(tlp\s*:?\s*)?(clear|white|public)$/i;

/** What stands in the header of a public edition. */
export const publicMark = 'TLP:CLEAR';

export function isPublicMark(mark: string | null): boolean {
  return mark !== null && open.test(mark.trim());
}

/** A file goes to everybody only where somebody has marked it so; no mark is no permission. */
export function isPublicFile(item: Pick<Evidence, 'classification' | 'withheld'>): boolean {
  return item.withheld !== true && isPublicMark(item.classification);
}

/**
 * Whether the title and the mark of an item go to everybody: the choice is made for each item by its mark. What is
 * withheld, or marked for fewer, keeps them unless it is marked as public itself.
 */
export function hasPublicText({ classification, withheld }: Pick<Evidence, 'classification' | 'withheld'>): boolean {
  if (isPublicMark(classification)) return true;
  return withheld !== true && (classification === null || classification.trim() === '');
}
