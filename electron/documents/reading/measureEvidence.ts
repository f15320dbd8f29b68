import { readFileSync } from 'node:fs';
import type { Appended } from '../../../shared/domain/pack/packContext.ts';
import type { EvidencePlan } from '../evidencePlan.ts';
import { type EvidencePages, readPages } from './readPages.ts';

/** How many pages each file will have in the reading copy, or why none: known before its list is printed. */
export async function measureEvidence(plan: EvidencePlan): Promise<ReadonlyMap<string, Appended>> {
  const measured = new Map<string, Appended>();
  for (const { key, source } of plan.attached) {
    const content = contentOf(source.path);
    const read = content && (await readPages(content, source.mediaType));
    measured.set(key, read ? { pages: read.pages, reason: reasonOf(read) } : unreadable);
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

const unreadable: Appended = { pages: 0, reason: 'not attached: its file cannot be read' };

/** Null where the file cannot be read any more. */
function contentOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
