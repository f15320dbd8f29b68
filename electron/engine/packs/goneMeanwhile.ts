import { fail, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { evidenceKey } from '../../../shared/domain/records/evidence.ts';
import type { EvidenceSource } from '../../documents/tasks.ts';
import { readAttachment } from '../../store/attachments.ts';
import type { ReadableDb } from '../../store/db.ts';
import { isTakenOut } from '../../store/purge/applyPurges.ts';
import { readRecord } from '../../store/records.ts';

/**
 * Why a document that was made from this snapshot must not be written after all: what was removed, or taken out for good,
 * while its pages were made would come back in them. Null: nothing was. To be read inside the write lock.
 */
export function goneMeanwhile(
  db: ReadableDb,
  releaseId: string,
  { facts, identity }: PackSnapshot,
  evidence: readonly EvidenceSource[],
): Result<never> | null {
  const release = readRecord(db, 'release', releaseId);
  if (!release || release.removed)
    return fail(
      'notFound',
      `${facts.release.name} was removed while ${identity.reference} was made, so that was not written.`,
      facts.release.name,
    );
  const source = evidence.find(({ sha256 }) => readAttachment(db, sha256)?.purgeReason != null);
  const emptied = facts.evidence.find(({ id, file }) => id !== undefined && file !== null && isEmptied(db, id));
  const key = source?.key ?? (emptied ? evidenceKey(emptied) : null);
  if (key === null) return null;
  return fail(
    'conflict',
    `${key} was taken out for good while ${identity.reference} was made, so that was not written; make it again, without that file.`,
    `evidence:${key}`,
  );
}

/** Taken out, and not given another file since. */
function isEmptied(db: ReadableDb, id: string): boolean {
  return readRecord(db, 'evidence', id)?.fields.file === null && isTakenOut(db, id);
}
