import { type CalendarDate, earlierOf, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord } from '../../findings/target.ts';
import { compareText } from '../../foundation/naturalOrder.ts';
import { capitalise, isBlank, joinWords, saying } from '../../foundation/words.ts';
import { isDecision, lackingInWords } from '../../records/begun.ts';
import { theBody } from '../../records/bodies.ts';
import type { Decision } from '../../records/committees.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { decisionsOf, isOfCsc } from '../context/submissionState.ts';
import { decidingMeetingOf } from '../decidingMeeting.ts';
import { decisionKindOf } from '../decisionKind.ts';
import { dueInWords } from '../judgeLeadTime.ts';
import { type Judgement, judgedOnce } from '../rule.ts';

export const decisionRecorded = judgedOnce(judge, {
  id: 'decision.recorded',
  area: 'decision',
  severity: 'advice',
  basis: 'reading',
  clause: '§5.3',
  title: 'The Go-Live decision is recorded',
  meaning:
    'The CSC makes an informed Go-Live decision. We read this as: its outcome and wording are recorded after the meeting. Before the meeting it is not due, in a final pack too, for the pack precedes the decision.',
  formula: 'after the meeting, a decision of the CSC with outcome and wording is recorded',
  example: 'The CSC met on 27 October 2021 and no decision is recorded on 28 October: advice.',
  withoutSubjects: 'There is no decision to judge.',
});

function judge(context: RuleContext): Judgement {
  const { decision, askedAgain, last, next } = context.submission;
  const recorded = decidingMeetingOf(context);
  const goLive = context.goLive.date;
  // At a meeting after Go-Live there is nothing left to decide: the decision is due by that day all the same.
  const meeting = recorded === null || goLive === null ? (recorded ?? goLive) : earlierOf(recorded, goLive);
  if (decision && !(askedAgain && next)) return judgeDecision(context, decision);
  const begun = decision ? undefined : context.facts.decisions.find((one) => !isDecision(one) && isOfCsc(one));
  const others = decisionOfOthers(context);
  const besides = othersInWords(others) + begunInWords(begun);
  if (begun && (begun.on !== null || !isBlank(begun.wording))) return judgeBegun(begun);
  const base = {
    due: meeting,
    restsOn: [
      last ? recordName('submission', last) : context.releaseRecord,
      ...(others ? [recordName('decision', others)] : []),
    ],
    waitsFor: 'CSC',
    waitsUntil: meeting,
    mend: "Record the CSC's decision: outcome, exact wording and dissent.",
    mendAt: begun ? fieldOf('decision', begun, 'outcome') : newRecord('decision'),
  };
  if (meeting === null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `Cannot tell when the CSC takes the Go-Live decision: neither a meeting of the CSC nor a Go-Live date is recorded (§5.3).${besides}`,
      mend: 'Record the meeting of the CSC that is to decide, or the Go-Live date.',
      waitsFor: 'SECAS',
      mendAt: newRecord('meeting'),
    };
  }
  if (context.asOf <= meeting || context.final) {
    const sentence = `The CSC is to take the Go-Live decision (§5.3): ${context.asOf <= meeting ? dueInWords(context.asOf, meeting) : wasToMeet(recorded, meeting)}.${besides}`;
    return { ...base, outcome: 'notDue', sentence };
  }
  return {
    ...base,
    outcome: 'notMet',
    sentence: `No Go-Live decision of the CSC is recorded${sinceInWords(context)}; it was to take one by ${formatDate(meeting)} (§5.3).${besides}`,
  };
}

/** Without a meeting up to it, the decision is due by the day of Go-Live; nobody was to meet on that. */
function wasToMeet(recorded: CalendarDate | null, goLive: CalendarDate): string {
  if (recorded !== null && recorded > goLive)
    return `the meeting recorded for it, of ${formatDate(recorded)}, is after the day of Go-Live, ${formatDate(goLive)}`;
  if (recorded !== null) return `it was to meet on ${formatDate(recorded)}`;
  return `no meeting for it is recorded, and the day of Go-Live was ${formatDate(goLive)}`;
}

/** The latest decision of a body that is not the CSC, where the CSC has decided nothing since. */
function decisionOfOthers({ facts, submission }: RuleContext): Decision | null {
  const { goLiveDecision, decidedSince } = submission;
  const since = (decidedSince.at(-1) ?? goLiveDecision)?.on ?? '';
  const taken = facts.decisions.filter((one) => isDecision(one) && !isOfCsc(one) && (one.on ?? '') >= since);
  return taken.sort((left, right) => compareText(left.on ?? '', right.on ?? '')).at(-1) ?? null;
}

/** What another body decided is recorded, and is told as its own: §5.3 puts the question to the CSC. */
function othersInWords(others: Decision | null): string {
  if (others === null) return '';
  const on = others.on ? ` on ${formatDate(others.on)}` : '';
  return ` ${capitalise(theBody(others.body ?? ''))} decided ${saying(others.outcome ?? '')}${on}; §5.3 asks the CSC.`;
}

/** ` since that of 29 April 2026, “not yet”`: another submission wants a decision of its own. */
function sinceInWords({ submission }: RuleContext): string {
  const { goLiveDecision } = submission;
  if (goLiveDecision === null) return '';
  const on = goLiveDecision.on ? `that of ${formatDate(goLiveDecision.on)}` : 'an earlier one';
  return ` since ${on}, ${saying(goLiveDecision.outcome ?? '')}`;
}

function begunInWords(begun: Decision | undefined): string {
  return begun ? ' A decision is begun; it states neither day nor outcome.' : '';
}

/** A day or a wording stands there, and no outcome: what the CSC decided is not said. */
function judgeBegun(begun: Decision): Judgement {
  const lacks = ['outcome', ...(isBlank(begun.wording) ? ['wording'] : [])];
  const when = begun.on ? ` of ${formatDate(begun.on)}` : '';
  return {
    outcome: 'notMet',
    actual: begun.on,
    restsOn: [recordName('decision', begun)],
    sentence: `A decision of the CSC${when} is begun; it states ${lackingInWords(lacks)}, so nothing is decided (§5.3).`,
    mend: `Record the ${joinWords(lacks)} of the decision.`,
    waitsFor: 'SECAS',
    mendAt: fieldOf('decision', begun, 'outcome'),
  };
}

/** `; on 17 June 2026 it decided “Discharge of condition 1 noted”`: what it decided since, and that says neither way. */
function decidedSinceInWords({ submission }: RuleContext): string {
  return submission.decidedSince
    .map(({ on, outcome }) => `; ${on === null ? '' : `on ${formatDate(on)} `}it decided ${saying(outcome ?? '')}`)
    .join('');
}

/** `; “Not yet” is recorded for the same day, and what was recorded last counts`: the two do not go together. */
function besidesInWords({ facts, asOf }: RuleContext, decision: Decision): string {
  const kind = decisionKindOf(decision.outcome);
  const others = decisionsOf(facts, asOf).filter(
    (one) => one.on === decision.on && ![kind, 'other'].includes(decisionKindOf(one.outcome)),
  );
  if (others.length === 0) return '';
  const said = joinWords(others.map(({ outcome }) => saying(outcome ?? '')));
  const when = decision.on === null ? 'without a day, too' : 'for the same day';
  return `; ${said} ${others.length === 1 ? 'is' : 'are'} recorded ${when}, and what was recorded last counts`;
}

function judgeDecision(context: RuleContext, decision: Decision): Judgement {
  const record = recordName('decision', decision);
  const when = decision.on ? ` on ${formatDate(decision.on)}` : '';
  if (isBlank(decision.wording)) {
    return {
      outcome: 'notMet',
      actual: decision.on,
      restsOn: [record],
      sentence: `The CSC decided${when}, but the wording of its decision is not recorded (§5.3).`,
      mend: 'Record the wording of the decision.',
      waitsFor: 'SECAS',
      mendAt: fieldOf('decision', decision, 'wording'),
    };
  }
  const besides = besidesInWords(context, decision) + decidedSinceInWords(context);
  const sentence = `The CSC decided${when}: ${saying(decision.outcome ?? '')} (§5.3)${besides}.`;
  return { outcome: 'met', actual: decision.on, restsOn: [record], sentence };
}
