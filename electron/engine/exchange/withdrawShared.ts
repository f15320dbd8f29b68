import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableDb } from '../../store/db.ts';
import { readStoreId } from '../../store/metadata.ts';
import { namesOfReaders } from '../../store/peers.ts';
import { readSharing, writeSharing } from './sharing.ts';

/** What was sent of a release and is still in reach, and what of it was taken back. */
export interface Withdrawn {
  readonly removed: readonly string[];
  readonly othersThere: readonly string[];
  /** Whom bundles of this release went to, or came from. */
  readonly peers: readonly string[];
  /** A shared folder that cannot be reached now. */
  readonly unreachable: string | null;
}

/**
 * Takes our own bundles of a release out of the shared folder; the next exchange writes one that holds everything as it
 * stands then. Bundles of others are signed by them and are theirs.
 */
export function withdrawShared(db: WritableDb, releaseId: string): Withdrawn {
  const peers = namesOfReaders(db, releaseId);
  const sharing = readSharing(db);
  if (!sharing) return { removed: [], othersThere: [], peers, unreachable: null };
  const { [releaseId]: _, ...sent } = sharing.sent;
  writeSharing(db, { ...sharing, sent });
  if (!existsSync(sharing.folder)) return { removed: [], othersThere: [], peers, unreachable: sharing.folder };
  const names = readdirSync(sharing.folder).filter((name) => name.endsWith('.golive') && !name.startsWith('.'));
  const own = readStoreId(db);
  const removed = names.filter((name) => name.startsWith(`${own}-${releaseId.slice(-12)}-`));
  for (const name of removed) rmSync(join(sharing.folder, name), { force: true });
  return { removed, othersThere: names.filter((name) => !name.startsWith(own)), peers, unreachable: null };
}
