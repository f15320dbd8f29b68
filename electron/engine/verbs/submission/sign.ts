import type { ShownFacts } from '../../../../shared/contract/submission.ts';
import { type CalendarDate, formatDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { canonicalFacts } from '../../../../shared/domain/records/canonical.ts';
import type { Submission } from '../../../../shared/domain/records/committees.ts';
import type { ReleaseFacts } from '../../../../shared/domain/records/releaseFacts.ts';
import { sayWho, sideOf, sideOfAuthority, viewerSentence } from '../../../../shared/domain/roles/mayChange.ts';
import { type Signature, submissionToSign } from '../../../../shared/domain/rulebook/context/signatureState.ts';
import { factsToSign, messageToSign, signedText } from '../../../../shared/domain/signing/signedFacts.ts';
import { sha256Of } from '../../../documents/read/factsSignatures.ts';
import { fingerprintOf, isSignedBy, signBytes } from '../../../exchange/keys.ts';
import { ensureKeys, type StoreKeys } from '../../../store/keyFile.ts';
import { keepSignedFacts } from '../../../store/signedFacts.ts';
import { answer } from '../../answer.ts';
import { type ChangeSet, editRecord, type Touched } from '../../changes.ts';
import { findRelease } from '../../releaseByName.ts';
import { noRelease } from '../../saveRecord.ts';
import { write } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** “I have seen these facts”: one side's signature under the facts of a submission; it takes the place of its earlier one. */
export const submissionSign = storeVerb('submission.sign', (context, store, { release, submission, shown, ...by }) => {
  const role = context.role();
  if (role === 'viewer') return fail('notAllowed', viewerSentence);
  const side = sideOfAuthority(role);
  const { name } = context.actor();
  if (side === null || name.trim() === '')
    return fail(
      'notAllowed',
      `Only SECAS and the DCC sign the facts of a submission, each for itself, and you are named as neither; ${sayWho}.`,
      'organisation',
    );
  const found = findRelease(store.db, release);
  if (!found.ok) return found;
  const releaseId = found.value.id;
  const written = write(context, store, {}, (set): Result<Done> => {
    const facts = context.cache.read(set.db, releaseId);
    if (!facts) return noRelease(releaseId);
    const chosen = chosenOf(facts, submission, set.today);
    if (!chosen.ok) return chosen;
    const isOther = shown ? whyOther(shown, facts, set.today) : null;
    if (isOther) return fail('conflict', isOther, facts.release.name);
    const made = sign(set, releaseId, facts, { side, by: name });
    const mine = (chosen.value.signatures ?? []).filter((one) => sideOf(one.organisation ?? '') === side);
    const standing = mine.find((one) => isSame(one, made));
    const id = chosen.value.id ?? '';
    const touched: Touched = { kind: 'submission', id, releaseId };
    const others = (chosen.value.signatures ?? []).filter((one) => !mine.includes(one));
    const sameKey = others.filter((one) => one.key === made.key).map((one) => one.organisation ?? '');
    const done = { touched, alsoSignedFor: [...new Set(sameKey)] };
    if (standing) return ok({ ...done, signed: { ...made, by: standing.by ?? made.by, on: standing.on ?? made.on } });
    const { fingerprint: _fingerprint, ...entry } = made;
    const edited = editRecord(set, 'submission', id, { signatures: [...others, entry] });
    return edited.ok ? ok({ ...done, signed: made }) : edited;
  });
  if (!written.ok) return written;
  const { touched, ...done } = written.value.value;
  const answered = answer(context, store, by, [touched], written.value);
  return answered.ok ? ok({ ...answered.value, ...done }) : answered;
});

interface Done {
  readonly touched: Touched;
  readonly signed: Signed;
  readonly alsoSignedFor: string[];
}

interface Signed {
  readonly organisation: 'DCC' | 'SECAS';
  readonly by: string;
  readonly on: CalendarDate;
  readonly key: string;
  readonly fingerprint: string;
  readonly factsSha256: string;
  readonly signature: string;
}

/** The submission that is meant: by its number in the release file's order, or the one that stands. */
function chosenOf(facts: ReleaseFacts, number: number | null, today: CalendarDate): Result<Submission> {
  const all = canonicalFacts(facts).submissions;
  if (all.length === 0)
    return fail(
      'notFound',
      `No submission of ${facts.release.name} is recorded; record it first, with its day and who presents it.`,
      facts.release.name,
    );
  const chosen = number === null ? submissionToSign(facts, today) : (all[number - 1] ?? null);
  if (chosen) return ok(all.find(({ id }) => id === chosen.id) ?? chosen);
  return fail(
    'notFound',
    number === null
      ? `No submission of ${facts.release.name} stands now; record the next one, or name one by its number (--submission in a terminal).`
      : `${facts.release.name} has ${all.length} ${all.length === 1 ? 'submission' : 'submissions'}, and none of number ${number}.`,
    'submission',
  );
}

/** Nobody signs that they have seen what they were not shown; null: what was shown is what would be signed. */
function whyOther(shown: ShownFacts, facts: ReleaseFacts, today: CalendarDate): string | null {
  if (shown.asOf !== today)
    return `What was shown is as of ${formatDate(shown.asOf)}, and the facts as of ${formatDate(today)} would be signed; look at today’s, and sign then.`;
  return shown.factsSha256 === sha256Of(signedText(factsToSign(facts, today)))
    ? null
    : `The facts of ${facts.release.name} were changed since they were shown, so that nothing was signed; look at them as they stand now, and sign then.`;
}

/** Signs the facts as they stand in this transaction, and keeps them. */
function sign(
  set: ChangeSet,
  releaseId: string,
  facts: ReleaseFacts,
  { side, by }: { readonly side: 'DCC' | 'SECAS'; readonly by: string },
): Signed {
  const keys: StoreKeys = ensureKeys(set.db);
  const text = signedText(factsToSign(facts, set.today));
  const factsSha256 = sha256Of(text);
  keepSignedFacts(set.db, { sha256: factsSha256, releaseId, text });
  const signature = signBytes(keys, Buffer.from(messageToSign(factsSha256))).toString('base64url');
  const fingerprint = fingerprintOf(keys.publicKey);
  return { organisation: side, by, on: set.today, key: keys.publicKey, fingerprint, factsSha256, signature };
}

/** A side that signed these facts with this key has nothing to add. */
function isSame(one: Signature, made: Signed): boolean {
  return (
    one.key === made.key &&
    one.factsSha256 === made.factsSha256 &&
    isSignedBy(made.key, Buffer.from(messageToSign(made.factsSha256)), Buffer.from(one.signature ?? '', 'base64url'))
  );
}
