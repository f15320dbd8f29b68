import { compareText } from '../foundation/naturalOrder.ts';

/**
 * Of two records of one day, the one that was recorded first comes first: ids (UUIDv7) count up with time. Without ids
 * they stand as they are given.
 */
export function compareRecorded(
  left: { readonly id?: string | undefined },
  right: { readonly id?: string | undefined },
): number {
  return left.id === undefined || right.id === undefined ? 0 : compareText(left.id, right.id);
}
