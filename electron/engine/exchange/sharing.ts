import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { covers } from '../../../shared/domain/merge/knowledge.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../../store/db.ts';
import { type FolderFile, forgetFolderFile, readFolderFiles, type WaitingFile } from '../../store/folderFiles.ts';
import { readKnowledge } from '../../store/knowledge.ts';
import { readMeta, writeMeta } from '../../store/metadata.ts';

/** The shared folder of this store. It is the store's own affair: no other store hears of it. */
const sharedFolderSchema = z.strictObject({
  folder: z.string(),
  automatic: z.boolean(),
  releases: z.array(z.string()),
  counter: z.int(),
  lastSync: z.string().nullable(),
  problem: z.string().nullable(),
});
export type SharedFolder = z.output<typeof sharedFolderSchema>;

const key = 'exchangeFolder';
/** Outlives the folder: a name that was used once is never used again, for others do not look at it again. */
const counterKey = 'exchangeCounter';

export function readSharing(db: ReadableDb): SharedFolder | null {
  const text = readMeta(db, key);
  return text === null || text === '' ? null : sharedFolderSchema.parse(JSON.parse(text));
}

export function writeSharing(db: WritableDb, sharing: SharedFolder | null): void {
  writeMeta(db, key, sharing ? JSON.stringify(sharing) : '');
  if (sharing) writeMeta(db, counterKey, String(sharing.counter));
}

/** Read and written in one transaction, for window and terminal may both be at it. */
export function keepSharing(db: ReadableDb, change: (sharing: SharedFolder) => SharedFolder): void {
  inTransaction(db, (writable) => {
    const sharing = readSharing(writable);
    if (sharing) writeSharing(writable, change(sharing));
  });
}

/** Whether a bundle lies in the shared folder. */
export function isInFolder(db: ReadableDb, file: string): boolean {
  return readSharing(db)?.folder === dirname(resolve(file));
}

/** A bundle of the shared folder that a person let in waits for nobody; the next pass finds nothing new in it. */
export function waitsNoMore(db: WritableDb, file: string): void {
  const name = basename(file);
  if (isInFolder(db, file) && readFolderFiles(db).get(name)?.state === 'waiting') forgetFolderFile(db, name);
}

/** A release that came through the folder goes there too. */
export function shareRelease(db: ReadableDb, releaseId: string): void {
  if (readSharing(db)?.releases.includes(releaseId) !== false) return;
  keepSharing(db, (sharing) => ({ ...sharing, releases: [...sharing.releases, releaseId] }));
}

/** A folder just chosen: nothing was read or written there yet. */
export function newSharing(db: ReadableDb, folder: string, releases: readonly string[]): SharedFolder {
  return {
    folder,
    automatic: false,
    releases: [...releases],
    counter: Number(readMeta(db, counterKey) ?? 0),
    lastSync: null,
    problem: null,
  };
}

/**
 * What a person has to look at: of one sender's bundles of one release the first, for the others build on it. What only
 * waits for another file is told where nothing else stands in its way.
 */
export function waitingIn(db: ReadableDb): readonly (WaitingFile & { readonly name: string })[] {
  // What it builds on may have come since by another way; the next pass takes it.
  const isNext = ({ releaseId, waits }: FolderFile) =>
    waits?.why === 'earlier' && releaseId !== null && covers(readKnowledge(db, releaseId), waits.before);
  const waiting = [...readFolderFiles(db).values()].filter((file) => file.state === 'waiting' && !isNext(file));
  const isTold = ({ waits }: FolderFile) => waits !== null && waits.why !== 'earlier';
  const blocked = new Set(waiting.filter(isTold).map(({ releaseId }) => releaseId));
  const shown = new Map<string, WaitingFile & { readonly name: string }>();
  for (const file of waiting) {
    if (file.waits === null || (!isTold(file) && blocked.has(file.releaseId))) continue;
    const line = file.releaseId === null ? file.name : `${file.waits.fingerprint} ${file.releaseId}`;
    if (!shown.has(line)) shown.set(line, { name: file.name, ...file.waits });
  }
  return [...shown.values()];
}
