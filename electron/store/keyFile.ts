import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { ReadableDb, WritableDb } from './db.ts';
import { syncFolder, writeFileDurably } from './durableFile.ts';
import { readMeta, writeMeta } from './metadata.ts';
import { isHeld, moveFile } from './moveFile.ts';
import { shredKey } from './purge/shred.ts';
import { connectionOf, writeStatement } from './statement.ts';

const keysSchema = z.object({
  /** PKCS #8, base64. */
  privateKey: z.string(),
  /** The raw 32 bytes, base64url, as the manifest and the list of peers hold it. */
  publicKey: z.string(),
});
/** A store's Ed25519 pair. The private key stays in the store's folder; others see signatures only. */
export type StoreKeys = z.output<typeof keysSchema>;

/** What stands in the file where the system's keychain keeps the private key: only that keychain makes it of `sealed`. */
const sealedSchema = z.object({ sealed: z.string(), publicKey: z.string() });

/** The private key is in a keychain that this process cannot ask. */
export class SealedAway extends Error {}

/** The file of the key is there, and what is in it is no key, or not a pair. */
export class DamagedKey extends Error {
  /** What is wrong, where, and how to mend it, in a sentence. */
  readonly sentence: string;

  constructor(file: string, cause?: unknown) {
    super(`No key can be read from ${file}`, { cause });
    this.sentence = `The private key of this store (${file}) is damaged, or may not be read, so nothing can be signed here; put the file back from a copy of the store's folder, or move it away, and a new key is made, which your colleagues have to confirm.`;
  }
}

/** Private keys that a keychain opened for this process, by what is sealed in their file. */
const opened = new Map<string, string>();

/** Until version 8 the pair lay in the database, and so in every backup. */
const formerKey = 'exchangeKeys';

/** Beside the database and for its owner only: a copy of the database, and so every backup, is without it. */
function keyFileOf(db: ReadableDb): string {
  return join(dirname(connectionOf(db).name), 'private.key');
}

type Kept = StoreKeys | z.output<typeof sealedSchema>;

/** Throws `DamagedKey` where it cannot be read. */
function readKept(db: ReadableDb): Kept | null {
  const file = keyFileOf(db);
  const text = existsSync(file) ? readText(file) : readMeta(db, formerKey);
  return text === null ? null : parseKept(file, text);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // Another program has it for a moment: that is no damage.
    throw isHeld(error) ? error : new DamagedKey(file, error);
  }
}

function parseKept(file: string, text: string): Kept {
  let kept: Kept;
  try {
    kept = z.union([keysSchema, sealedSchema]).parse(JSON.parse(text));
  } catch (error) {
    throw new DamagedKey(file, error);
  }
  // A pair that is none would sign what nobody can verify.
  if ('privateKey' in kept && publicKeyOf(kept.privateKey) !== kept.publicKey) throw new DamagedKey(file);
  return kept;
}

/** Why the key cannot be read, in a sentence; null where it can, or there is none yet. */
export function keyProblem(db: ReadableDb): string | null {
  try {
    readKept(db);
    return null;
  } catch (error) {
    if (error instanceof DamagedKey) return error.sentence;
    throw error;
  }
}

function open(kept: Kept): StoreKeys | null {
  if ('privateKey' in kept) return kept;
  const privateKey = opened.get(kept.sealed);
  return privateKey === undefined ? null : { privateKey, publicKey: kept.publicKey };
}

/** The store's own pair; null until something was signed, and where its private key is damaged or out of reach. */
export function readKeys(db: ReadableDb): StoreKeys | null {
  if (keyProblem(db) !== null) return null;
  const kept = readKept(db);
  return kept && open(kept);
}

/**
 * The store's own pair, made at the first need. Inside a write transaction, so that two processes make one pair. Throws
 * `SealedAway` where its private key is out of reach, and `DamagedKey`.
 */
export function ensureKeys(db: WritableDb): StoreKeys {
  const kept = readKept(db);
  const known = kept && open(kept);
  if (kept && !known) throw new SealedAway('The private key is in a keychain that this process cannot ask');
  if (known && existsSync(keyFileOf(db))) return known;
  const keys = known ?? makeKeys();
  writeFileDurably(keyFileOf(db), JSON.stringify(keys));
  return keys;
}

/** What others know this store by; null: nothing was signed yet, or its file cannot be read. */
export function readPublicKey(db: ReadableDb): string | null {
  return keyProblem(db) === null ? (readKept(db)?.publicKey ?? null) : null;
}

/** What others know this store by, its private key in reach or not. */
export function ensurePublicKey(db: WritableDb): string {
  return readKept(db)?.publicKey ?? ensureKeys(db).publicKey;
}

/** `sealed`: what a keychain made of the private key, where one keeps it; `inReach`: whether this process may sign. */
export interface KeyPlace {
  readonly exists: boolean;
  readonly sealed: string | null;
  readonly inReach: boolean;
  /** Whether its file is there and cannot be read. */
  readonly damaged: boolean;
}

export function keyPlaceOf(db: ReadableDb): KeyPlace {
  if (keyProblem(db) !== null) return { exists: true, sealed: null, inReach: false, damaged: true };
  const kept = readKept(db);
  if (kept === null) return { exists: false, sealed: null, inReach: true, damaged: false };
  return { exists: true, sealed: 'sealed' in kept ? kept.sealed : null, inReach: open(kept) !== null, damaged: false };
}

/** Takes the private key that a keychain made of what is sealed in the file; false: it is not the one of this store. */
export function takeOpenedKey(db: ReadableDb, privateKey: string): boolean {
  const kept = readKept(db);
  if (!kept || !('sealed' in kept) || publicKeyOf(privateKey) !== kept.publicKey) return false;
  opened.set(kept.sealed, privateKey);
  return true;
}

/** Keeps the private key as a keychain sealed it, or in its file again (null). Throws `SealedAway` where it is out of reach. */
export function keepKeys(db: WritableDb, sealed: string | null): void {
  const keys = ensureKeys(db);
  if (sealed !== null) opened.set(sealed, keys.privateKey);
  const kept: Kept = sealed === null ? keys : { sealed, publicKey: keys.publicKey };
  writeFileDurably(keyFileOf(db), JSON.stringify(kept));
}

/**
 * Puts aside a pair whose private key is damaged or out of reach, for the keychain may be had again; the next signature makes
 * another, which peers have to confirm. `suffix`: what tells it from one that was put aside before.
 */
export function putKeysAside(db: WritableDb, suffix: string): void {
  moveFile(keyFileOf(db), `${keyFileOf(db)}.${suffix}`);
  syncFolder(dirname(keyFileOf(db)));
}

/** What others know, or knew, this store by: its key, and those that were put aside for another. */
export function publicKeysOf(db: ReadableDb): readonly string[] {
  const file = keyFileOf(db);
  const aside = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.`));
  return [readPublicKey(db), ...aside.map((name) => publicKeyIn(join(dirname(file), name)))].filter(
    (key) => key !== null,
  );
}

/** Null: the file is damaged, or no key's. */
function publicKeyIn(file: string): string | null {
  try {
    return z.object({ publicKey: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).publicKey;
  } catch {
    return null;
  }
}

export function hasFormerKeys(db: ReadableDb): boolean {
  return readMeta(db, formerKey) !== null;
}

/** Moves a pair that an earlier version kept in the database to its file; the pages that held it are overwritten. */
export function moveKeysOut(db: WritableDb): void {
  ensureKeys(db);
  dropKeys(db);
  writeMeta(db, shredKey, 'yes');
}

/** A copy of the database says nothing of the pair. */
export function dropKeys(db: WritableDb): void {
  writeStatement(db, 'DELETE FROM meta WHERE key = ?').run(formerKey);
}

function makeKeys(): StoreKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: String(publicKey.export({ format: 'jwk' }).x),
  };
}

/** Null: it is no private key at all. */
function publicKeyOf(privateKey: string): string | null {
  try {
    const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' });
    return String(createPublicKey(key).export({ format: 'jwk' }).x);
  } catch {
    return null;
  }
}
