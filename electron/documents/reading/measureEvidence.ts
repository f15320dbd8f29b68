import { readFileSync } from 'node:fs';
import type { Appended } from '../../../shared/domain/pack/packContext.ts';
import type { EvidencePlan } from '../evidencePlan.ts';
import { type EvidencePages, readPages } from './readPages.ts';

/** How many pages each file will have in the reading copy, or why none: known before its list is printed. */
export async function measureEvidence(plan: EvidencePlan): Promise<ReadonlyMap<string, Appended>> {
  const measured = new Map<string, Appended>();
  for (const { key, source } of plan.attached) {
    const read = await readPages(contentOf(source.path), source.mediaType);
    measured.set(key, { pages: read.pages, reason: reasonOf(read) });
  }
  for (const [key, file] of plan.files)
    if (file.absent === 'tooLarge') measured.set(key, { pages: 0, reason: 'in the companion zip only: too large' });
  return measured;
}

/** What stands in the list of pages in the place of their number. */
function reasonOf(read: EvidencePages): string | null {
  if (read.kind === 'replaced') return `attached, with a page in its place: ${read.reason}`;
  return read.kind === 'none' ? read.reason : null;
}

/** A file that cannot be read any more has no pages here; adding it to the pack says why. */
function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array(0);
  }
}
