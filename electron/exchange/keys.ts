import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** A store's Ed25519 pair. The private key stays in the store; others see signatures only. */
export interface ExchangeKeys {
  /** PKCS #8, base64. */
  readonly privateKey: string;
  /** The raw 32 bytes, base64url, as the manifest and the list of peers hold it. */
  readonly publicKey: string;
}

export function makeKeys(): ExchangeKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: String(publicKey.export({ format: 'jwk' }).x),
  };
}

export function signBytes(keys: ExchangeKeys, bytes: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.from(keys.privateKey, 'base64'), type: 'pkcs8', format: 'der' });
  return sign(null, bytes, key);
}

export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, bytes, key, signature);
  } catch {
    return false;
  }
}

/** What two people compare by telephone: the first 16 bytes of the key's SHA-256, `3f2a 91c0 …`. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 32);
  return (digest.match(/.{4}/g) ?? []).join(' ');
}
