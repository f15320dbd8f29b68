import { z } from 'zod';
import type { CalendarDate } from '../../calendar/calendarDate.ts';
import type { Submission } from '../../records/committees.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
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
