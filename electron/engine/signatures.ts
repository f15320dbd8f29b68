import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { type ReleaseFacts, releaseFileSchema } from '../../shared/domain/records/releaseFacts.ts';
import type { FoundSignature } from '../../shared/domain/rulebook/context/signatureState.ts';
import { factsToSign, signedText } from '../../shared/domain/signing/signedFacts.ts';
import { findSignatures, sha256Of } from '../documents/read/factsSignatures.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { keepSignedFacts, readSignedFacts } from '../store/signedFacts.ts';

/** Facts that were looked at before: hashing a large release is work, and most questions are asked of the same facts. */
const known = new WeakMap<ReleaseFacts, Map<CalendarDate, FoundSignature[]>>();

/** What is found of the signatures of the submission that stands; null where nobody signed it. */
export function foundSignatures(facts: ReleaseFacts, asOf: CalendarDate): FoundSignature[] | null {
  const byDay = known.get(facts) ?? new Map<CalendarDate, FoundSignature[]>();
  known.set(facts, byDay);
  const found = byDay.get(asOf) ?? findSignatures(facts, asOf).map(({ signature: _signature, ...rest }) => rest);
  byDay.set(asOf, found);
  return found.length === 0 ? null : found;
}

/**
 * Signatures that came with a bundle: where they are on the facts as they stand here now, these are kept, so that what is
 * changed later can be told from what was signed.
 */
export function keepWhatIsSigned(db: WritableDb, releaseId: string, facts: ReleaseFacts, asOf: CalendarDate): void {
  for (const { signature, state } of findSignatures(facts, asOf)) {
    if (state !== 'these facts') continue;
    const text = signedText(factsToSign(facts, signature.on ?? asOf));
    keepSignedFacts(db, { sha256: sha256Of(text), releaseId, text });
  }
}

/** The facts under each signature that is on others than these, as far as this store holds them: for the pack. */
export function signedBefore(db: ReadableDb, facts: ReleaseFacts, asOf: CalendarDate): Pick<PackSnapshot, 'signed'> {
  const others = findSignatures(facts, asOf).filter(({ state }) => state === 'other facts');
  const signed = [...new Set(others.map(({ factsSha256 }) => factsSha256 ?? ''))].flatMap((sha256) => {
    const text = readSignedFacts(db, sha256);
    const read = text === null ? null : releaseFileSchema.safeParse(JSON.parse(text));
    if (!read?.success) return [];
    const { format: _format, version: _version, ...rest } = read.data;
    return [{ sha256, facts: rest }];
  });
  return signed.length === 0 ? {} : { signed };
}
