import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { alsoSignedFor } from '../../../shared/domain/rulebook/context/signatureState.ts';
import { changedSince } from '../../../shared/domain/signing/changedSince.ts';
import { signedText } from '../../../shared/domain/signing/signedFacts.ts';
import type { CheckedSignature } from '../tasks.ts';
import { findSignatures, sha256Of } from './factsSignatures.ts';

/**
 * Whose signatures a pack carries, on which facts, and what was changed after each that is on others: found anew from its
 * facts, whatever its pages say. The public edition and papers hold other facts than were signed, so there it is nothing.
 */
export function checkSignatures({ facts, asOf, identity, signed = [] }: PackSnapshot): readonly CheckedSignature[] {
  if (identity.edition === 'public' || identity.document !== undefined) return [];
  const known = new Map(signed.map((one) => [sha256Of(signedText(one.facts)), one.facts]));
  const found = findSignatures(facts, asOf);
  return found.map(({ signature, state, fingerprint }) => ({
    organisation: signature.organisation ?? '',
    by: signature.by ?? '',
    key: signature.key ?? '',
    fingerprint: fingerprint ?? '',
    state,
    changed:
      state === 'other facts'
        ? changedSince(known.get(signature.factsSha256 ?? '') ?? null, facts, signature.on ?? asOf)
        : [],
    alsoSignedFor: [...alsoSignedFor({ organisation: signature.organisation, state, fingerprint }, found)],
  }));
}
