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

/**
 * What was last heard from the same key under other ids: a store that was put back or copied goes on under a new id, but
 * not beyond its signature. The one that went furthest; `passed` are ids that were given up on purpose. Null: none.
 */
export function readHeadOfKey(db: ReadableDb, key: string, passed: readonly string[]): PeerHead | null {
  const heads = Object.entries(readAll(db)).flatMap(([id, head]) =>
    head.key === key && !passed.includes(id) ? [head] : [],
  );
  return heads.toSorted((left, right) => right.entries - left.entries)[0] ?? null;
}

/** Whatever came earlier; a bundle that is late says nothing new. */
export function rememberPeerHead(db: WritableDb, storeId: string, head: PeerHead): void {
  const all = readAll(db);
  const known = all[storeId];
  if (known && known.at >= head.at) return;
  writeMeta(db, metaKey, JSON.stringify({ ...all, [storeId]: head }));
}
