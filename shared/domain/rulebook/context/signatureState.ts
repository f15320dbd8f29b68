import { z } from 'zod';
import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { joinWords } from '../../foundation/words.ts';
import { bodyInText } from '../../records/bodies.ts';
import type { Submission } from '../../records/committees.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { sideOf } from '../../roles/mayChange.ts';
import { goLiveInForce } from './goLiveInForce.ts';
import { submissionStateOf } from './submissionState.ts';

export type Signature = NonNullable<Submission['signatures']>[number];

/** *these facts*: the key signed exactly what stands here; *other facts*: it signed what stood otherwise; *broken*: it signed neither. */
export const signatureStates = ['these facts', 'other facts', 'broken'] as const;
export type SignatureState = (typeof signatureStates)[number];

/** What was found of one signature of the submission that stands: told by the engine, which can check it. */
export const foundSignatureSchema = z.strictObject({
  organisation: z.string().nullable(),
  factsSha256: z.string().nullable(),
  /** `3f2a 91c0 …`: what two people compare by telephone; null where no key is named. */
  fingerprint: z.string().nullable(),
  state: z.enum(signatureStates),
});
export type FoundSignature = Readonly<z.output<typeof foundSignatureSchema>>;

/** The submission whose facts the two sides sign: the final one that stands, otherwise the one planned next (§5.3). */
export function submissionToSign(facts: ReleaseFacts, asOf: CalendarDate): Submission | null {
  const { last, next, askedAgain } = submissionStateOf(facts, asOf, false, goLiveInForce(facts, asOf).date);
  return (askedAgain ? null : last) ?? next ?? null;
}

type Signer = Pick<FoundSignature, 'organisation' | 'fingerprint' | 'state'>;

/**
 * For whom else the key of a signature signed. A key is one store's, so that nobody can tell of a second organisation
 * whether it signed anything, or whether whoever had that store did. One that its key did not make says nothing of it.
 */
export function alsoSignedFor(one: Signer, all: readonly Signer[]): readonly string[] {
  if (one.fingerprint === null || one.state === 'broken') return [];
  const whose = ({ organisation }: Signer) => sideOf(organisation ?? '') ?? organisation ?? '';
  const others = all.filter(
    (other) => other.fingerprint === one.fingerprint && other.state !== 'broken' && whose(other) !== whose(one),
  );
  return [...new Set(others.map(whose))].filter((name) => name !== '');
}

/** `The same key signed for SECAS too, …`; null where it signed for nobody else. */
export function sameKeyInWords(others: readonly string[]): string | null {
  if (others.length === 0) return null;
  return `The same key signed for ${joinWords(others.map(bodyInText))} too, and a key is one store’s: cannot tell whether each signed for itself.`;
}
