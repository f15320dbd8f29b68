import { formatDate } from '../../calendar/calendarDate.ts';
import { recordTarget } from '../../findings/target.ts';
import { capitalise, joinWords } from '../../foundation/words.ts';
import { bodyInText } from '../../records/bodies.ts';
import { recordName } from '../../records/recordKinds.ts';
import { sideOf } from '../../roles/mayChange.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { type FoundSignature, submissionToSign } from '../context/signatureState.ts';
import { type Judgement, judgedOnce } from '../rule.ts';
import { afterGoInWords, askedAgainInWords } from './submissionAhead.ts';

const sides = ['SECAS', 'DCC'] as const;
type Side = (typeof sides)[number];

export const submissionSigned = judgedOnce(judgeSigned, {
  id: 'submission.signed',
  area: 'submission',
  severity: 'warning',
  basis: 'practice',
  clause: null,
  title: 'Both sides signed the same facts',
  meaning:
    'SECAS and the DCC present the final submission together (§5.3). That each signs its facts with its store’s own key, so that anybody can check that both saw the same, is good practice. Not due before the submission is made, on a day that is recorded, unless a side has signed already. A signature on facts that were changed since counts as none, and one that its key did not make is named as such. A key is one store’s: where one key signed for both sides, cannot tell.',
  formula:
    'for SECAS and for the DCC, a signature of the submission that stands is on exactly these facts, each with its own key',
  example: 'The DCC signed, then the status of AC-02 was changed: the DCC signed other facts.',
  withoutSubjects: 'There is no submission to sign.',
});

function judgeSigned(context: RuleContext): Judgement {
  const submission = submissionToSign(context.facts, context.asOf);
  if (submission === null) {
    const sentence = `${nothingInWords(context)}, so there is nothing to sign (practice).`;
    return { outcome: 'notDue', sentence, restsOn: [context.releaseRecord], waitsFor: 'SECAS' };
  }
  const base = {
    restsOn: [recordName('submission', submission)],
    // It is signed beside the preview, by whoever looked at it; the record itself only shows it.
    mendAt: recordTarget('submission', submission),
  };
  const signed = submission.signatures ?? [];
  // What was signed after the as-of day is found, and had not happened.
  const found = context.signatures?.filter((one) =>
    signed.some(
      ({ organisation, factsSha256 }) => organisation === one.organisation && factsSha256 === one.factsSha256,
    ),
  );
  if (signed.length > 0 && found === undefined) {
    const sentence = 'Cannot tell whether the signatures are on these facts: they were not checked (practice).';
    return {
      ...base,
      outcome: 'cannotTell',
      sentence,
      waitsFor: 'SECAS',
      mend: 'Open the release in its store, which checks them.',
    };
  }
  const signaturesOf = (side: Side) => (found ?? []).filter((one) => sideOf(one.organisation ?? '') === side);
  const stateOf = (side: Side) => {
    const states = signaturesOf(side).map(({ state }) => state);
    return states.find((state) => state === 'these facts') ?? states.at(-1) ?? 'unsigned';
  };
  const states = sides.map((side) => ({ side, state: stateOf(side) }));
  const of = (wanted: string) => states.filter(({ state }) => state === wanted).map(({ side }) => bodyInText(side));
  const [unsigned, other, broken] = [of('unsigned'), of('other facts'), of('broken')];
  const waiting = states.filter(({ state }) => state !== 'these facts').map(({ side }) => side);
  const which =
    submission.on === null ? 'the submission without a recorded day' : `the submission of ${formatDate(submission.on)}`;
  const shared = onlyKeyOf(signaturesOf('SECAS'), signaturesOf('DCC'));
  if (waiting.length === 0 && shared !== null)
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `Cannot tell whether SECAS and the DCC both signed the facts of ${which}: both signatures were made with the key ${shared}, and a key is one store’s (practice).`,
      mend: 'Have each side sign in its own store, whose key the other can compare.',
      waitsFor: 'DCC',
    };
  if (waiting.length === 0)
    return {
      ...base,
      outcome: 'met',
      sentence: `SECAS and the DCC both signed exactly these facts of ${which} (practice).`,
    };
  const told = [
    ...(unsigned.length > 0 ? [`${joinWords(unsigned)} ${has(unsigned)} not signed the facts of ${which}`] : []),
    ...(other.length > 0 ? [`what ${joinWords(other)} signed for ${which} was changed since`] : []),
    ...(broken.length > 0
      ? [`the signature of ${joinWords(broken)} on ${which} was not made by the key that it names`]
      : []),
  ];
  const sentence = `${capitalise(joinWords(told))} (practice).`;
  const made = submission.on !== null && context.hasHappened(submission.on);
  const isDue = context.final || made || other.length + broken.length > 0;
  return {
    ...base,
    outcome: isDue ? 'notMet' : 'notDue',
    sentence,
    mend: `Have ${joinWords(waiting.map(bodyInText))} look at the facts as they stand in the preview, and sign them beside it.`,
    waitsFor: waiting[0] ?? null,
    ...(isDue || submission.on === null ? {} : { waitsUntil: submission.on }),
  };
}

/** The one key with which both sides signed these facts; null where at least one of them has another. */
function onlyKeyOf(...bySide: readonly (readonly FoundSignature[])[]): string | null {
  const keys = bySide.flatMap((one) => one.filter(({ state }) => state === 'these facts').map((it) => it.fingerprint));
  return new Set(keys).size === 1 ? (keys[0] ?? null) : null;
}

/** Why none stands: those that were made are told, for the CSC asked for another or had decided before. */
function nothingInWords({ submission }: RuleContext): string {
  const { afterGo, askedAgain } = submission;
  if (askedAgain) return capitalise(askedAgainInWords({ submission }));
  if (afterGo)
    return `No submission is recorded before the CSC's decision to go of ${formatDate(afterGo.on)}, and ${afterGoInWords(afterGo)}`;
  return 'No submission to the CSC is recorded yet';
}

function has(names: readonly string[]): string {
  return names.length === 1 ? 'has' : 'have';
}
