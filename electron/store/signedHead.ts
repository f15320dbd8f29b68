import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { SignedHead } from '../../shared/domain/pack/signedHead.ts';
import type { ReadableDb } from './db.ts';
import type { StoreKeys } from './keyFile.ts';
import { headOf, type LedgerHead, lostSince } from './ledger.ts';

/** What is signed: nothing else that this key signs begins so. */
function bytesOf({ entries, hash }: LedgerHead): Buffer {
  return Buffer.from(`sec-golive/head/1\n${entries}\n${hash}`, 'utf8');
}

/** Where the history ends now, signed with the store's own key: whoever holds it can tell when the history was cut later. */
export function signHead(db: ReadableDb, keys: StoreKeys): SignedHead {
  const { entries, hash } = headOf(db);
  const key = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), type: 'pkcs8', format: 'der' });
  const signature = sign(null, bytesOf({ entries, hash }), key).toString('base64url');
  return { entries, hash, key: keys.publicKey, signature };
}

/** Whether the key that it names signed it. */
export function isSignedHead(head: SignedHead): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: head.key }, format: 'jwk' });
    return verify(null, bytesOf(head), key, Buffer.from(head.signature, 'base64url'));
  } catch {
    return false;
  }
}

/** A sentence where a history is not the one that `recorded` (a final pack, a backup) knew; null where it is. */
export function lostSinceRecorded(db: ReadableDb, head: LedgerHead | SignedHead, recorded: string): string | null {
  if ('signature' in head && !isSignedHead(head))
    return `What ${recorded} says of the history is not signed by the key that it names.`;
  return lostSince(db, head, recorded);
}
