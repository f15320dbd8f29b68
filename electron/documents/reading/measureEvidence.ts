import { readFileSync } from 'node:fs';
import type { Appended } from '../../../shared/domain/pack/packContext.ts';
import type { EvidencePlan } from '../evidencePlan.ts';
import { readPages } from './readPages.ts';

/** How many pages each file will have in the reading copy, or why none: known before its list is printed. */
export async function measureEvidence(plan: EvidencePlan): Promise<ReadonlyMap<string, Appended>> {
  const measured = new Map<string, Appended>();
  for (const { key, source } of plan.attached) {
    const read = await readPages(contentOf(source.path), source.mediaType);
    measured.set(key, { pages: read.pages, reason: read.kind === 'none' ? read.reason : null });
  }
  for (const [key, file] of plan.files)
    if (file.absent === 'tooLarge') measured.set(key, { pages: 0, reason: 'in the companion zip only: too large' });
  return measured;
}

/** A file that cannot be read any more has no pages here; adding it to the pack says why. */
function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array(0);
  }
}
