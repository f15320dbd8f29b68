import type { ImportKind } from './importKinds.ts';
import type { ReadImportOutput } from './reading.ts';

/**
 * Why what a list no longer names may not be closed; null: it may. `kind`: only test issues are closed so; `unread`: a
 * row that could not be read may name it; `empty`: a list that names nothing would close everything.
 */
export function whyNotClosed(
  kind: ImportKind,
  { refusedRows, good }: Pick<ReadImportOutput, 'refusedRows' | 'good'>,
): 'kind' | 'unread' | 'empty' | null {
  if (kind !== 'issues') return 'kind';
  if (refusedRows > 0) return 'unread';
  return good === 0 ? 'empty' : null;
}
