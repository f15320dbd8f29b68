import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import { joinWords } from '../../shared/domain/foundation/words.ts';
import { acceptingBodies, bodyOf } from '../../shared/domain/records/bodies.ts';
import type { RecordOf } from '../../shared/domain/records/recordKinds.ts';
import { scopeDocuments6Months, scopeSystem12Months } from '../../shared/domain/rulebook/rules/scopeLeadTimes.ts';
import { tadPublished6Months, tadToTag9Months } from '../../shared/domain/rulebook/rules/tadLeadTimes.ts';

/** The lead times that a recorded decision may accept (`docs/formats.md`, exceptions). */
const acceptable = [scopeSystem12Months, scopeDocuments6Months, tadToTag9Months, tadPublished6Months];

type Exception = RecordOf<'exception'>;
type Missed = Pick<Finding, 'rule' | 'subject' | 'outcome'>;

/** Misses that nothing covers yet, in the order in which the findings list them. */
function missesOf(findings: readonly Missed[]): readonly Missed[] {
  return findings.filter(({ rule, outcome }) => outcome === 'notMet' && acceptable.some(({ id }) => id === rule));
}

/** The rules to choose from, in words; those that are missed first, and said to be. */
export function acceptableRules(
  findings: readonly Missed[],
): readonly { readonly value: string; readonly label: string }[] {
  const missed = new Set(missesOf(findings).map(({ rule }) => rule));
  const inOrder = [...acceptable.filter(({ id }) => missed.has(id)), ...acceptable.filter(({ id }) => !missed.has(id))];
  return inOrder.map(({ id, title }) => ({ value: id, label: missed.has(id) ? `${title} (missed)` : title }));
}

/** The subjects under which these rules are missed: modifications, mostly. */
export function missedSubjects(findings: readonly Missed[]): readonly string[] {
  return [...new Set(missesOf(findings).flatMap(({ subject }) => subject ?? []))];
}

/** What a new decision most likely is about: the first miss that nothing covers. */
export function freshException(findings: readonly Missed[]): Readonly<Record<string, unknown>> {
  const [first] = missesOf(findings);
  const [rule] = acceptableRules(findings);
  return { rule: first?.rule ?? rule?.value, subject: first?.subject ?? null, body: 'CSC' };
}

/** Why a recorded decision covers nothing on that day, in one sentence; null: it covers a miss. */
export function coversNothing(exception: Exception, findings: readonly Missed[], asOf: CalendarDate): string | null {
  const own = findings.filter(({ rule, subject }) => rule === exception.rule && subject === exception.subject);
  if (own.some(({ outcome }) => outcome === 'covered')) return null;
  if (own.some(({ outcome }) => outcome === 'notMet')) return `Covers nothing yet: ${lackOf(exception, asOf)}.`;
  const elsewhere = missesOf(findings).filter(({ rule }) => rule === exception.rule);
  if (elsewhere.length > 0)
    return `Covers nothing: the rule is missed for ${elsewhere.map(({ subject }) => subject ?? 'the release').join(', ')}, not for ${exception.subject ?? 'the release'}.`;
  return `Covers nothing: this lead time is not missed as of ${formatDate(asOf)}.`;
}

function lackOf({ body, on, reference, reason }: Exception, asOf: CalendarDate): string {
  if (body !== null && !acceptingBodies.includes(bodyOf(body)))
    return `only the CSC, the Panel or the Authority may accept a missed lead time, not ${body}`;
  if (on !== null && on > asOf) return `it is dated ${formatDate(on)}, after the day that is judged on`;
  const lacking = Object.entries({ body, day: on, reference, reason }).flatMap(([name, value]) =>
    value === null ? [name] : [],
  );
  if (lacking.length === 0) return 'it was not agreed in time';
  return `its ${joinWords(lacking)} ${lacking.length === 1 ? 'is' : 'are'} missing`;
}
