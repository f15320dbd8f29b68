import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableDb } from '../../store/db.ts';
import { doubtFolderKnowledge, type FolderFile, forgetFolderFile, readFolderFiles } from '../../store/folderFiles.ts';
import { namesOfReaders } from '../../store/peers.ts';
import { markShared } from '../../store/trust.ts';
import { removeShared } from './folderEvidence.ts';
import { listBundles } from './folderPass.ts';
import { readSharing } from './sharing.ts';

/** What was sent of a release and is still in reach, and what of it was taken back. */
export interface Withdrawn {
  readonly removed: readonly string[];
  readonly othersThere: readonly string[];
  /** Content that lay there for all, and is gone. */
  readonly evidence: readonly string[];
  /** Whom bundles of this release went to, or came from. */
  readonly peers: readonly string[];
  /** A shared folder that cannot be reached now. */
  readonly unreachable: string | null;
}

/**
 * Takes our own bundles of a release out of the shared folder, and this content, whoever put it there; the next exchange
 * writes one that holds everything as it stands then. Bundles of others are signed by them and are theirs.
 */
export function withdrawShared(db: WritableDb, releaseId: string, hashes: readonly string[]): Withdrawn {
  const peers = namesOfReaders(db, releaseId);
  const sharing = readSharing(db);
  if (!sharing) return { removed: [], othersThere: [], evidence: [], peers, unreachable: null };
  const isOwn = ({ state }: FolderFile) => state === 'ours';
  const files = [...readFolderFiles(db).values()];
  const own = files.filter((file) => isOwn(file) && file.releaseId === releaseId).map(({ name }) => name);
  for (const name of own) forgetFolderFile(db, name);
  doubtFolderKnowledge(db, releaseId);
  if (own.length > 0) markShared(db, null, false);
  const { folder } = sharing;
  if (!existsSync(folder)) return { removed: [], othersThere: [], evidence: [], peers, unreachable: folder };
  const names = listBundles(folder);
  const removed = names.filter((name) => own.includes(name));
  for (const name of removed) rmSync(join(folder, name), { force: true });
  const ours = new Set(files.filter(isOwn).map(({ name }) => name));
  const othersThere = names.filter((name) => !ours.has(name));
  return { removed, othersThere, evidence: removeShared(folder, hashes), peers, unreachable: null };
}
