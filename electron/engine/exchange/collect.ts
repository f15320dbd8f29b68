import { existsSync } from 'node:fs';
import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { deltaOf } from '../../../shared/domain/merge/join.ts';
import { type Knowledge, knows } from '../../../shared/domain/merge/knowledge.ts';
import type { HistoryEntry } from '../../../shared/domain/merge/manifest.ts';
import { toWire } from '../../../shared/domain/merge/wire.ts';
import { listKinds, type RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import type { BundleContents } from '../../exchange/writeArchive.ts';
import { attachmentPath, readAttachment } from '../../store/attachments.ts';
import type { ReadableDb } from '../../store/db.ts';
import { filesOfRelease } from '../../store/evidenceHashes.ts';
import { createStateReader } from '../../store/exchange.ts';
import { type LedgerEntry, readEntry } from '../../store/ledger.ts';
import type { Store } from '../../store/openStore.ts';
import { recordIds } from '../../store/recordPlaces.ts';
import { readForeignEntries, readOwnWrites } from '../../store/releaseHistory.ts';
import { lostFile } from './lostFile.ts';

/** What of a release somebody who knows `before` lacks. */
interface Changes {
  /** A line of JSON each; the release comes first. */
  readonly lines: readonly string[];
  /** The files that these lines name. */
  readonly hashes: ReadonlySet<string>;
}

export function collectChanges(db: ReadableDb, releaseId: string, before: Knowledge): Changes {
  const reader = createStateReader(db, releaseId);
  const lines: string[] = [];
  const hashes = new Set<string>();
  for (const kind of ['release', ...listKinds] as readonly RecordKind[]) {
    // Removed records too: that they were removed is what the other side must hear.
    for (const id of recordIds(db, kind, releaseId)) {
      const state = reader.state(kind, id);
      const delta = state && deltaOf(state, before);
      if (!delta) continue;
      lines.push(JSON.stringify(toWire(delta, before)));
      for (const { value } of delta.fields.get('sha256') ?? []) if (value !== null) hashes.add(String(value));
    }
  }
  return { lines, hashes };
}

/** The history that the reader has not seen: our own entries, and those of others that came here. */
export function collectHistory(db: ReadableDb, releaseId: string, before: Knowledge): readonly string[] {
  const foreign = readForeignEntries(db, releaseId);
  const lines = foreign.filter((row) => !knows(before, row)).map(({ entry }) => entry);
  for (const place of readOwnWrites(db, releaseId)) {
    const entry = knows(before, place) ? null : readEntry(db, place.seq);
    if (entry) lines.push(JSON.stringify(historyOf(entry)));
  }
  return lines;
}

function historyOf(entry: LedgerEntry): HistoryEntry {
  const { storeId, seq, at, actor, organisation, action, kind, recordId, recordKey, note, hash } = entry;
  const changes = [...entry.changes, ...entry.batch];
  return { storeId, seq, at, actor, organisation, action, kind, recordId, recordKey, changes, note, hash };
}

/**
 * Evidence that we hold and the reader does not; and everything that need not be sent to us. A file that is missing here
 * stops a bundle in which it would go along (`goAlong`), and is none that we hold in any other.
 */
export function collectFiles(
  store: Store,
  releaseId: string,
  theirs: readonly string[],
  goAlong: boolean,
): Result<{ readonly files: BundleContents['files']; readonly holds: readonly string[] }> {
  const files: BundleContents['files'][number][] = [];
  const holds: string[] = [];
  const skip = new Set(theirs);
  for (const { sha256, isShown } of filesOfRelease(store.db, releaseId)) {
    const attachment = readAttachment(store.db, sha256);
    if (!attachment) continue;
    const isPurged = attachment.purgeReason !== null || isShown === 0;
    const path = attachmentPath(store.paths.files, sha256);
    const isMissing = !isPurged && !existsSync(path);
    if (isMissing && !goAlong) continue;
    // Taken out for good: it must not come back.
    holds.push(sha256);
    if (isPurged || skip.has(sha256)) continue;
    if (isMissing) return lostFile(store.db, sha256, 'is missing from');
    files.push({ sha256, bytes: attachment.bytes, path });
  }
  return ok({ files, holds });
}
