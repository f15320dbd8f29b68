import { createHash, createPublicKey, verify } from 'node:crypto';
import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import {
  type FoundSignature,
  type Signature,
  type SignatureState,
  submissionToSign,
} from '../../../shared/domain/rulebook/context/signatureState.ts';
import { factsToSign, messageToSign, signedText } from '../../../shared/domain/signing/signedFacts.ts';

/** The SHA-256 of what is signed on a day. */
function factsSha256(facts: ReleaseFacts, on: CalendarDate): string {
  return sha256Of(signedText(factsToSign(facts, on)));
}

/** The SHA-256 of facts that were made ready to sign. */
export function sha256Of(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The signatures of the submission that stands on a day, each with what was found of it. */
export function findSignatures(
  facts: ReleaseFacts,
  asOf: CalendarDate,
): readonly (FoundSignature & { readonly signature: Signature })[] {
  const signatures = submissionToSign(facts, asOf)?.signatures ?? [];
  const hashes = new Map<CalendarDate, string>();
  const hashOn = (on: CalendarDate) => {
    const known = hashes.get(on) ?? factsSha256(facts, on);
    hashes.set(on, known);
    return known;
  };
  return signatures.map((signature) => ({
    signature,
    organisation: signature.organisation,
    factsSha256: signature.factsSha256,
    fingerprint: signature.key === null ? null : fingerprintOf(signature.key),
    state: stateOf(signature, () => hashOn(signature.on ?? asOf)),
  }));
}

function stateOf({ key, factsSha256: signed, signature }: Signature, hashNow: () => string): SignatureState {
  if (key === null || signed === null || signature === null || !isSigned(key, signed, signature)) return 'broken';
  return signed === hashNow() ? 'these facts' : 'other facts';
}

/** Whether the key signed the facts with this SHA-256; anything that is no key and no signature did not. */
function isSigned(publicKey: string, sha256: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(messageToSign(sha256)), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

/** What two people compare: the first 16 bytes of the key's SHA-256, `3f2a 91c0 …`, as the exchange tells it. */
function fingerprintOf(publicKey: string): string {
  const digest = sha256Of(Buffer.from(publicKey, 'base64url')).slice(0, 32);
  return (digest.match(/.{4}/g) ?? []).join(' ');
}
