import {
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatDays,
  isWeekendDay,
} from '../../calendar/calendarDate.ts';
import { nameOfSlot, ruleDateOf } from '../../calendar/slots.ts';
import { fieldOfRelease } from '../../readiness/target.ts';
import { theBody } from '../bodies.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { Judgement, Rule } from '../rule.ts';
import { isBlank, joinWords, quoted } from '../words.ts';

export const goLiveRuleDate: Rule = {
  id: 'golive.rule-date',
  severity: 'warning',
  basis: 'guidance',
  clause: '§3, §4.1',
  title: 'Go-live date on its slot, or approved elsewhere',
  meaning:
    'A scheduled release goes live on the rule date of its slot, or on another date that somebody approved on a recorded day. The rule date is a default, never a constraint; while no date is approved it stands provisionally.',
  formula: 'go-live date equals the rule date of the slot; if not, who approved it and when are recorded',
  example:
    'The November 2019 release went live on Friday 29 November 2019, 22 days after its rule date of 7 November 2019, with an approval on record: met, and the sentence states the 22 days.',
  coverable: false,
  withoutSubjects: 'An ad-hoc release has no slot, so no rule date applies to it.',
  evaluate: (context) => {
    const { slot } = context.facts.release;
    if (slot === null || context.goLive.date === null) return [];
    const ruleDate = ruleDateOf(slot);
    const name = nameOfSlot(slot).replace(' SEC Release', '');
    const { date, source, approvedBy, approvedOn, reason } = context.goLive;
    const base = { due: ruleDate, actual: date, restsOn: [context.releaseRecord] };
    const ruleDateWords = `the rule date of the ${name} slot`;
    if (source === 'ruleDate') {
      const sentence = `No go-live date is approved yet; ${formatDate(ruleDate)}, ${ruleDateWords}, stands provisionally (§3).`;
      return [{ ...base, actual: null, outcome: 'met', sentence }];
    }
    const side = date < ruleDate ? 'before' : date > ruleDate ? 'after' : null;
    if (side === null) {
      return [
        {
          ...base,
          slackDays: 0,
          outcome: 'met',
          sentence: `Go-live is on ${formatDate(date)}, ${ruleDateWords} (§3).`,
        },
      ];
    }
    const difference = `Go-live is on ${formatDateWithWeekday(date)}, ${formatDays(daysBetween(ruleDate, date))} ${side} ${formatDate(ruleDate)}, ${ruleDateWords} (§3)`;
    if (approvedBy !== null && !isBlank(approvedBy) && approvedOn !== null) {
      const why = isBlank(reason) ? 'no reason is recorded' : quoted(reason ?? '');
      const sentence = `${difference}; approved by ${theBody(approvedBy)} on ${formatDate(approvedOn)}: ${why}.`;
      return [{ ...base, outcome: 'met', sentence }];
    }
    return [{ ...base, ...missingApproval(context, approvedBy, difference) }];
  },
};

function missingApproval(context: RuleContext, approvedBy: string | null, difference: string): Judgement {
  const missing = [
    ...(isBlank(approvedBy) ? ['who approved it'] : []),
    ...(context.goLive.approvedOn === null ? ['when'] : []),
  ];
  const field = isBlank(approvedBy) ? 'approvedBy' : 'approvedOn';
  return {
    outcome: 'notMet',
    sentence: `${difference}, and it is not recorded ${joinWords(missing)}${missing[0] === 'when' ? ' it was approved' : ''} (§4.1).`,
    mend: 'Record who approved this go-live date, on which day and why.',
    waitsFor: 'SECAS',
    mendAt: fieldOfRelease(`goLive.${field}`),
  };
}

export const goLiveWeekend: Rule = {
  id: 'golive.weekend',
  severity: 'advice',
  basis: 'practice',
  clause: null,
  title: 'Go-live on a weekday',
  meaning:
    'A go-live on a Saturday or Sunday is allowed. It deserves a thought on who is there to support it; no SEC rule forbids it.',
  formula: 'no go-live date falls on a Saturday or Sunday',
  example: 'Go-live on Saturday 27 June 2026: advice to check that support is staffed.',
  coverable: false,
  withoutSubjects: 'No go-live date is recorded.',
  evaluate: (context) => {
    const restsOn = [context.releaseRecord];
    if (context.goLive.date === null) {
      return [
        {
          outcome: 'cannotTell',
          restsOn,
          sentence: 'No go-live date is recorded, so nobody can tell whether it falls on a weekend.',
          mend: 'Record the go-live date, or choose the slot of the release.',
          waitsFor: 'SECAS',
          mendAt: fieldOfRelease('goLive.approvedDate'),
        },
      ];
    }
    const weekend = context.goLive.dates.filter(isWeekendDay);
    if (weekend.length === 0) {
      const days = joinWords(context.goLive.dates.map(formatDateWithWeekday));
      return [
        { outcome: 'met', actual: context.goLive.date, restsOn, sentence: `Go-live is on ${days}, not on a weekend.` },
      ];
    }
    return [
      {
        outcome: 'notMet',
        actual: weekend[0] ?? null,
        restsOn,
        sentence: `Go-live is on ${joinWords(weekend.map(formatDateWithWeekday))}, on a weekend; that is allowed, if support is staffed (practice).`,
        mend: 'Confirm that support is staffed over the weekend, or choose a weekday.',
        waitsFor: 'SECAS',
        waitsUntil: weekend[0] ?? null,
        mendAt: fieldOfRelease('goLive.approvedDate'),
      },
    ];
  },
};
