import { type CalendarDate, earlierOf, formatDate, laterOf } from '../calendar/calendarDate.ts';
import { guidanceLeadTimes, type LeadTimeName } from '../calendar/leadTimes.ts';
import { type WorkingDayCalendar, workingDaysOf } from '../calendar/workingDays.ts';
import type { Severity } from '../findings/finding.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import { countOf, joinFew, monthsInWords, saying, uncapitalise } from '../foundation/words.ts';
import { bodyOf, theBody } from '../records/bodies.ts';
import { leadTimeTitles } from '../rulebook/appliedChanges.ts';
import { rules } from '../rulebook/rules.ts';
import { type RulebookSettings, settingsOn } from '../rulebook/settings.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import { ruleTitle } from '../rulebook/titleOf.ts';
import { type Change, factChange } from './change.ts';

/** What findings rest on beside the facts of a release. */
export type Settings = Pick<Snapshot, 'asOf' | 'rulebook' | 'workingDays'>;

/**
 * What people changed of the rulebook, the paper deadlines and the working-day calendar: findings go, come or weigh
 * otherwise by it, although no fact of the release is another.
 */
export function settingsChanges(before: Settings, after: Settings): readonly Change[] {
  const was = settingsOn(before.rulebook, before.asOf);
  const is = settingsOn(after.rulebook, after.asOf);
  return [
    ...severityChanges(was, is),
    ...leadTimeChanges(was, is),
    ...deadlineChanges(was, is),
    ...calendarChanges(before.workingDays, after.workingDays),
  ];
}

interface Held<Value> {
  readonly value: Value;
  readonly reason: string | null;
}

function severityChanges(was: RulebookSettings, is: RulebookSettings): readonly Change[] {
  const severities = (settings: RulebookSettings) => {
    const held = new Map(
      rules.map(({ id, severity }): [string, Held<Severity>] => [id, { value: severity, reason: null }]),
    );
    for (const one of settings.changes)
      if (one.what === 'severity') held.set(one.rule, { value: one.severity, reason: one.reason });
    return held;
  };
  return differing(severities(was), severities(is), {
    kind: 'rulebook.severity',
    subject: (rule) => `the change of the rule ${saying(ruleTitle(rule))}`,
    say: (rule, before, { value, reason }) => {
      const instead = before === null ? '' : ` instead of ${before.value}`;
      return `The rule ${saying(ruleTitle(rule))} now counts as ${value}${instead}${because(reason)}.`;
    },
  });
}

function leadTimeChanges(was: RulebookSettings, is: RulebookSettings): readonly Change[] {
  const leadTimes = (settings: RulebookSettings) => {
    const held = new Map<LeadTimeName, Held<number>>();
    for (const [name, value] of Object.entries(guidanceLeadTimes))
      held.set(name as LeadTimeName, { value, reason: null });
    for (const one of settings.changes)
      if (one.what === 'leadTime') held.set(one.leadTime, { value: one.months, reason: one.reason });
    return held;
  };
  const asked = (months: number) => (months === 0 ? 'by Go-Live itself' : `${monthsInWords(months)} before Go-Live`);
  return differing(leadTimes(was), leadTimes(is), {
    kind: 'rulebook.leadTime',
    subject: (name) => `the change of: ${uncapitalise(leadTimeTitles[name])}`,
    say: (name, before, { value, reason }) => {
      const instead = before === null ? '' : ` instead of ${asked(before.value)}`;
      return `${leadTimeTitles[name]} is now asked for ${asked(value)}${instead}${because(reason)}.`;
    },
  });
}

/** How a change of one sort is told. */
interface Telling<Name, Value> {
  readonly kind: string;
  readonly subject: (name: Name) => string;
  readonly say: (name: Name, before: Held<Value> | null, after: Held<Value>) => string;
}

/** What stands otherwise, and where only its reason does. */
function differing<Name extends string, Value>(
  was: ReadonlyMap<Name, Held<Value>>,
  is: ReadonlyMap<Name, Held<Value>>,
  { kind, subject, say }: Telling<Name, Value>,
): readonly Change[] {
  return [...is].flatMap(([name, after]) => {
    const before = was.get(name) ?? null;
    if (before?.value !== after.value) return [factChange(kind, name, say(name, before, after))];
    if (before.reason === after.reason || after.reason === null || before.reason === null) return [];
    return [factChange('rulebook.reason', name, `The reason for ${subject(name)} is now ${saying(after.reason)}.`)];
  });
}

function because(reason: string | null): string {
  return reason === null ? ', as shipped' : `, because: ${saying(reason)}`;
}

function deadlineChanges(was: RulebookSettings, is: RulebookSettings): readonly Change[] {
  const deadlines = ({ paperDeadlines }: RulebookSettings) =>
    new Map(paperDeadlines.map(({ body, workingDays }) => [bodyOf(body), workingDays]));
  const [before, after] = [deadlines(was), deadlines(is)];
  const due = (days: number) => `${countOf(days, 'working day')} before its meeting`;
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareText).flatMap((body) => {
    const [old, now] = [before.get(body), after.get(body)];
    if (old === now) return [];
    const papers = `Papers for ${theBody(body)}`;
    if (now === undefined)
      return [
        factChange('rulebook.deadline', body, `${papers} have no deadline any more; they were due ${due(old ?? 0)}.`),
      ];
    const instead = old === undefined ? '; they had no deadline' : ` instead of ${old}`;
    return [factChange('rulebook.deadline', body, `${papers} are now due ${due(now)}${instead}.`)];
  });
}

/** Days of the years that both calendars know: how far one reaches follows from the dates of the release. */
function calendarChanges(was: WorkingDayCalendar, is: WorkingDayCalendar): readonly Change[] {
  const from = laterOf(was.from, is.from);
  const to = earlierOf(was.to, is.to);
  const [before, after] = [workingDaysOf(was), workingDaysOf(is)];
  const days = (closures: WorkingDayCalendar['closures'], test: (day: CalendarDate) => boolean) =>
    [...new Set(closures.map(({ on }) => on))].filter((day) => from <= day && day <= to && test(day)).sort(compareText);
  const closed = days(is.closures, (day) => before.isWorkingDay(day) && !after.isWorkingDay(day));
  const opened = days(was.closures, (day) => !before.isWorkingDay(day) && after.isWorkingDay(day));
  const say = (some: readonly CalendarDate[], one: string, several: string) =>
    some.length === 0
      ? []
      : [
          factChange(
            'calendar.changed',
            null,
            `${joinFew(some.map(formatDate), 4)} ${some.length === 1 ? one : several}.`,
          ),
        ];
  return [
    ...say(closed, 'is no working day any more', 'are no working days any more'),
    ...say(opened, 'is now a working day', 'are now working days'),
  ];
}
