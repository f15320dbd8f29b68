import { z } from 'zod';

/** How many records an entry of the history added (or brought back), changed and removed. */
export const batchCountsSchema = z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() });
export type BatchCounts = z.output<typeof batchCountsSchema>;

/** @param batch what an entry says of each record: `before` null, it was added; `after` null, it was removed */
export function countsOfBatch(batch: readonly unknown[]): BatchCounts {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const one of batch) {
    const { before = null, after = null } = (one ?? {}) as { readonly before?: unknown; readonly after?: unknown };
    if (before === null && after !== null) counts.added += 1;
    else if (before !== null && after === null) counts.removed += 1;
    else counts.changed += 1;
  }
  return counts;
}
