import { z } from 'zod';
import { guidanceLeadTimes, type LeadTimeName } from '../calendar/leadTimes.ts';
import { assertNever } from '../foundation/assertNever.ts';
import { monthsInWords, sentence } from '../foundation/words.ts';
import { rules } from './rules.ts';
import type { RulebookChange, RulebookSettings } from './settings.ts';

/** A departure from the shipped rulebook as findings, window and pack show it: from what, to what, and why. */
export const appliedChangeSchema = z.strictObject({
  what: z.enum(['severity', 'leadTime']),
  /** A rule id or a lead time's name. */
  subject: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  sentence: z.string(),
});
export type AppliedChange = Readonly<z.output<typeof appliedChangeSchema>>;

/** What each lead time asks for. */
export const leadTimeTitles: Readonly<Record<LeadTimeName, string>> = {
  scopeSystem: 'Setting the scope that impacts systems',
  scopeDocuments: 'Setting the full scope',
  tadToTag: 'Issuing the TAD to the TAG',
  tadPublished: 'Publishing the TAD',
};

/** Of each rule and lead time the change that holds, the last; one that comes to what was shipped departs from nothing. */
export function appliedChanges({ changes }: RulebookSettings): readonly AppliedChange[] {
  const last = new Map(changes.map((change) => [subjectOf(change), change]));
  return changes.filter((change) => last.get(subjectOf(change)) === change && departs(change)).map(describeChange);
}

function subjectOf(change: RulebookChange): string {
  return change.what === 'severity' ? change.rule : change.leadTime;
}

function departs(change: RulebookChange): boolean {
  if (change.what === 'leadTime') return change.months !== guidanceLeadTimes[change.leadTime];
  return change.severity !== shippedSeverity(change.rule);
}

function shippedSeverity(rule: string): string {
  return rules.find(({ id }) => id === rule)?.severity ?? 'unknown rule';
}

function describeChange(change: RulebookChange): AppliedChange {
  switch (change.what) {
    case 'severity': {
      const from = shippedSeverity(change.rule);
      const text = `${change.rule} counts as ${change.severity} instead of ${from}: ${change.reason}`;
      return {
        what: 'severity',
        subject: change.rule,
        from,
        to: change.severity,
        reason: change.reason,
        sentence: sentence(text),
      };
    }
    case 'leadTime': {
      const from = guidanceLeadTimes[change.leadTime];
      const shorter =
        change.months < from ? " (shorter than the guidance's minimum, against which it is judged still)" : '';
      const asked =
        change.months === 0
          ? `by Go-Live itself instead of ${monthsInWords(from)} before`
          : `${monthsInWords(change.months)} before Go-Live instead of ${monthsInWords(from)}`;
      const text = `${leadTimeTitles[change.leadTime]} is asked for ${asked}${shorter}: ${change.reason}`;
      return {
        what: 'leadTime',
        subject: change.leadTime,
        from: monthsInWords(from),
        to: monthsInWords(change.months),
        reason: change.reason,
        sentence: sentence(text),
      };
    }
    default:
      return assertNever(change);
  }
}
