import { noteDone, refreshOpen, useReleaseStore } from './releaseStore.ts';
import type { UnderWay } from './underWay.ts';

/** Notes files that were attached, each to be taken back by itself, and reads the release anew. */
export async function noteAttached(
  underWay: UnderWay,
  files: readonly { readonly entry: number; readonly through: number }[],
): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (!open) return;
  for (const { entry, through } of files)
    noteDone(underWay, { releaseId: open.id, entry, through, reach: 'records', what: 'an attached file' });
  await refreshOpen();
}

/** Notes what an import or an exchange did, so that it can be taken back as a whole, and reads the release anew. */
export async function noteWideChange(
  underWay: UnderWay,
  entry: number,
  through: number,
  what = 'all that was taken in',
): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (!open) return;
  if (entry > 0) noteDone(underWay, { releaseId: open.id, entry, through, reach: 'wide', what });
  await refreshOpen();
}

/** Notes that a release was made, so that it can be taken back as anything else. */
export function noteMade(underWay: UnderWay, { id, entry, through }: Range, what = 'the new release'): void {
  noteDone(underWay, { releaseId: id, entry, through, reach: 'release', what });
}

interface Range {
  readonly id: string;
  readonly entry: number;
  readonly through: number;
}
