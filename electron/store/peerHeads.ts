import { z } from 'zod';
import { signedHeadSchema } from '../../shared/domain/pack/signedHead.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { readMeta, writeMeta } from './metadata.ts';

/** Where the history of another store ended when it was last heard of, in its own signed words. */
const peerHeadSchema = signedHeadSchema.extend({ at: z.string() });
export type PeerHead = z.output<typeof peerHeadSchema>;

const metaKey = 'peerHeads';

function readAll(db: ReadableDb): Readonly<Record<string, PeerHead>> {
  const text = readMeta(db, metaKey);
  return text === null ? {} : z.record(z.string(), peerHeadSchema).parse(JSON.parse(text));
}

/** Null: that store told nothing of it yet. */
export function readPeerHead(db: ReadableDb, storeId: string): PeerHead | null {
  return readAll(db)[storeId] ?? null;
}

/** Whatever came earlier; a bundle that is late says nothing new. */
export function rememberPeerHead(db: WritableDb, storeId: string, head: PeerHead): void {
  const all = readAll(db);
  const known = all[storeId];
  if (known && known.at >= head.at) return;
  writeMeta(db, metaKey, JSON.stringify({ ...all, [storeId]: head }));
}
