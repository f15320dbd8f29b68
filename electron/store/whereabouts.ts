import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTransaction, type ReadableDb, type WritableDb } from './db.ts';
import { renewStore } from './formerIds.ts';
import { headOf, type LedgerHead, lostSince } from './ledger.ts';
import { readMeta, readStoreId, removeMeta, writeMeta } from './metadata.ts';
import { isHeld, moveFile } from './moveFile.ts';
import type { Stamps, Store } from './openStore.ts';
import { stateFolder } from './stateFolder.ts';

/*
 * A store must not write one number twice, in two copies of its folder, or after an older copy was put back. So each
 * process that writes leaves a fresh token both in the store and, as a file's name, in a place of this machine that is
 * not copied along. Whoever finds the one without the other is not where they were, and goes on under another id. One
 * rename moves the token outside, so that of several copies exactly one can: the first.
 */

const key = 'replicaToken';

/** What was found out about a store that is open, in a sentence. */
const moved = new WeakMap<ReadableDb, string>();
/** Stores into which this process has written its own token, and their ids. */
const claimed = new WeakMap<ReadableDb, string>();

const folder = () => stateFolder(process.platform, process.env);
const fileOf = (storeId: string, token: string) => join(folder(), `${storeId}.${token}`);
/** Says that some copy of this store has a token already. */
const markOf = (storeId: string) => join(folder(), storeId);

/** The sentence that says that this store became one of its own since it was opened; null where it did not. */
export function movedSentence(store: Store): string | null {
  return moved.get(store.db) ?? null;
}

/** Looks where the store is once it is open, and lets it go on under another id where that is elsewhere. */
export function settle(store: Store, stamps: Stamps): void {
  if (store.readOnly === undefined && standingOf(store.db, true) === 'elsewhere') claim(store, stamps);
}

/** Before every transaction that writes entries: the first time in a process the token is written anew. */
export function settleToWrite(store: Store, stamps: Stamps): void {
  const isFirst = claimed.get(store.db) !== readStoreId(store.db);
  if (isFirst || standingOf(store.db, false) === 'elsewhere') claim(store, stamps);
}

/** Remembers outside how far the history goes: before others see it, and when the store is closed. */
export function rememberHead(db: ReadableDb): void {
  const token = readMeta(db, key);
  if (token === null) return;
  const file = fileOf(readStoreId(db), token);
  try {
    if (existsSync(file)) writeFileSync(file, JSON.stringify(headOf(db)));
  } catch {
    // The place cannot be written any more: the token alone must do.
  }
}

/** The same when the store is closed: only where this process wrote. */
export function leave(db: ReadableDb): void {
  if (claimed.has(db)) rememberHead(db);
}

type Standing = 'here' | 'elsewhere' | 'unknown';

function standingOf(db: ReadableDb, withHead: boolean): Standing {
  const [storeId, token] = [readStoreId(db), readMeta(db, key)];
  if (token === null) return existsSync(markOf(storeId)) ? 'elsewhere' : 'unknown';
  const file = fileOf(storeId, token);
  if (!existsSync(file)) return 'elsewhere';
  const head = withHead ? readHead(file) : null;
  return head && lostSince(db, head, 'this computer') ? 'elsewhere' : 'here';
}

/** Null where it cannot be read: it was not written to its end. */
function readHead(file: string): LedgerHead | null {
  try {
    const { entries, hash } = JSON.parse(readFileSync(file, 'utf8')) as Partial<LedgerHead>;
    return typeof entries === 'number' && typeof hash === 'string' ? { entries, hash } : null;
  } catch {
    return null;
  }
}

/** How far this store's history went on this computer, under any token, where that is not in it; null where it has all. */
function headAhead(db: ReadableDb): LedgerHead | null {
  const storeId = readStoreId(db);
  const heads = namesIn(folder())
    .filter((name) => name.startsWith(`${storeId}.`))
    .flatMap((name) => readHead(join(folder(), name)) ?? [])
    .filter((head) => lostSince(db, head, 'this computer') !== null);
  return heads.toSorted((left, right) => right.entries - left.entries)[0] ?? null;
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** A copy that went on elsewhere and a history that was cut look the same from here, so both are said. */
function sentenceOf(path: string, entries: number, ahead: LedgerHead | null): string {
  const what = `The store in ${path} was copied, or put back from a copy, since it was last used here`;
  const from = 'it now counts as a store of its own when releases are exchanged';
  if (!ahead) return `${what}; ${from}, and nothing in it was changed.`;
  const lack =
    ahead.entries > entries
      ? `its history ends at entry ${entries}, and went on to entry ${ahead.entries} on this computer`
      : `entry ${ahead.entries} of its history is not the one that it had on this computer`;
  return `${what}: ${lack}. What is missing is in the other copy, or was lost with it (with a deleted store.sqlite-wal, for one); look for a backup or a bundle that has it. As for this one, ${from}.`;
}

/** The token's file outside, and what it was called before. */
interface Taken {
  readonly file: string;
  readonly was: string | null;
}

function claim({ db, paths }: Store, stamps: Stamps): void {
  const taken: Taken[] = [];
  try {
    inTransaction(db, (writable) => {
      const next = standingOf(writable, true) === 'here' ? moveToken(writable) : null;
      if (next) return taken.push(next);
      if (standingOf(writable, true) === 'elsewhere') {
        const ahead = headAhead(writable);
        renewStore(writable, stamps.newId(), { isSure: true, isGone: false });
        moved.set(db, sentenceOf(paths.folder, headOf(writable).entries, ahead));
      }
      const first = firstToken(writable);
      return first && taken.push(first);
    });
    claimed.set(db, readStoreId(db));
  } catch (error) {
    for (const { file, was } of taken) if (was !== null) moveFile(file, was);
    moved.delete(db);
    throw error;
  }
}

/** Null where another copy of the store was quicker. */
function moveToken(db: WritableDb): Taken | null {
  const [storeId, token] = [readStoreId(db), readMeta(db, key) ?? ''];
  const next = randomUUID();
  const [was, file] = [fileOf(storeId, token), fileOf(storeId, next)];
  try {
    moveFile(was, file);
  } catch (error) {
    // Ours still, and another program has it open: what cannot be said for sure is not said, and the store stays as it is.
    if (isHeld(error) && existsSync(was)) throw error;
    return null;
  }
  writeMeta(db, key, next);
  rememberHead(db);
  return { file, was };
}

/** Null where the place outside cannot be written: then no token is written inside either. */
function firstToken(db: WritableDb): Taken | null {
  const [storeId, token] = [readStoreId(db), randomUUID()];
  const file = fileOf(storeId, token);
  try {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(headOf(db)), { mode: 0o600 });
    writeFileSync(markOf(storeId), '', { flag: 'wx', mode: 0o600 });
  } catch {
    removeMeta(db, key);
    return null;
  }
  writeMeta(db, key, token);
  return { file, was: null };
}
