import { type ExchangeKeys, fingerprintOf, makeKeys } from '../../exchange/keys.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { readMeta, writeMeta } from '../../store/metadata.ts';

const key = 'exchangeKeys';

/** The store's own pair; null until the first bundle was made. */
function readKeys(db: ReadableDb): ExchangeKeys | null {
  const text = readMeta(db, key);
  return text === null ? null : (JSON.parse(text) as ExchangeKeys);
}

/** The store's own pair, made at the first need. */
export function ensureKeys(db: WritableDb): ExchangeKeys {
  const known = readKeys(db);
  if (known) return known;
  const made = makeKeys();
  writeMeta(db, key, JSON.stringify(made));
  return made;
}

export function ownFingerprint(db: WritableDb): string {
  return fingerprintOf(ensureKeys(db).publicKey);
}
