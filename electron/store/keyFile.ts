import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ReadableDb, WritableDb } from './db.ts';
import { writeFileDurably } from './durableFile.ts';
import { readMeta, writeMeta } from './metadata.ts';
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

/** Until version 8 the pair lay in the database, and so in every backup. */
const formerKey = 'exchangeKeys';

/** Beside the database and for its owner only: a copy of the database, and so every backup, is without it. */
function keyFileOf(db: ReadableDb): string {
  return join(dirname(connectionOf(db).name), 'private.key');
}

/** The store's own pair; null until something was signed. */
export function readKeys(db: ReadableDb): StoreKeys | null {
  const file = keyFileOf(db);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : readMeta(db, formerKey);
  return text === null ? null : keysSchema.parse(JSON.parse(text));
}

/** The store's own pair, made at the first need. Inside a write transaction, so that two processes make one pair. */
export function ensureKeys(db: WritableDb): StoreKeys {
  const known = readKeys(db);
  if (known && existsSync(keyFileOf(db))) return known;
  const keys = known ?? makeKeys();
  writeFileDurably(keyFileOf(db), JSON.stringify(keys));
  return keys;
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
