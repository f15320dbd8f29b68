import type { CalendarDate } from '../calendar/calendarDate.ts';
import { canonicalJson } from '../foundation/canonicalJson.ts';
import type { Criterion } from '../records/criterion.ts';
import type { Evidence } from '../records/evidence.ts';
import { recordKinds } from '../records/recordKinds.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { type Stamp, stampFor } from './staleness.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One change of a criterion or of an evidence item, as the history holds it. */
export interface PastChange {
  readonly kind: 'criterion' | 'evidence';
  readonly id: string;
  /** The day in London on which it was recorded here. */
  readonly day: CalendarDate;
  /** The fields that it set, as they were; null: the record was not there before. */
  readonly before: Fields | null;
  /** Null: it was removed. */
  readonly after: Fields | null;
}

/** What a stamp for an answer of a day holds; null: what was seen is not known. */
export interface SeenOn {
  readonly sawText: Stamp['sawText'];
  readonly saw: Stamp['saw'] | null;
}

/**
 * What a body is known to have seen of a criterion when it answered on a day. An answer of today saw what is there today. Of
 * an earlier day it is known where the history holds the same for all of that day as there is now; what was entered or
 * changed here since, nobody knows it to have seen. Nor does anybody know of a day that lies ahead.
 * @param historySince what was changed on that day and since, the newest first
 * @param undated what is known of an answer without a day: one that is typed is taken as given now, one in a table is not
 */
export function knownStamps(
  facts: ReleaseFacts,
  today: CalendarDate,
  historySince: (day: CalendarDate) => readonly PastChange[],
  undated: 'ofNow' | 'unknown',
): (criterion: string, on: CalendarDate | null) => SeenOn {
  const past = new Map<CalendarDate, readonly ReleaseFacts[]>();
  const pastOf = (day: CalendarDate) => {
    const known = past.get(day) ?? factsThroughout(facts, day, historySince(day));
    past.set(day, known);
    return known;
  };
  return (criterion, on) => {
    if (on === null ? undated === 'unknown' : on > today) return { sawText: null, saw: null };
    const now = stampFor(facts, criterion, on);
    if (on === null || on === today) return now;
    const asked = facts.criteria.find(({ reference }) => reference === criterion);
    const then = asked ? pastOf(on).map((stood) => stampThen(stood, asked, on)) : [];
    return {
      sawText: then.every((one) => one?.sawText === now.sawText) ? now.sawText : null,
      saw: then.every((one) => one && canonicalJson(one.saw) === canonicalJson(now.saw)) ? now.saw : null,
    };
  };
}

/** Under whatever reference it had; null: it was not there, and then nobody knows of its evidence either. */
function stampThen(facts: ReleaseFacts, { id, reference }: Criterion, on: CalendarDate): Stamp | null {
  const then = facts.criteria.find((one) => (id === undefined ? one.reference === reference : one.id === id));
  return then ? stampFor(facts, then.reference, on) : null;
}

/** Criteria and evidence as they stood at the end of a day, and before what was changed on it; what came on it was there. */
function factsThroughout(
  facts: ReleaseFacts,
  day: CalendarDate,
  history: readonly PastChange[],
): readonly ReleaseFacts[] {
  const later = history.filter((change) => change.day > day);
  const edited = history.filter((change) => change.day > day || (change.day === day && change.before !== null));
  return [factsBefore(facts, later), factsBefore(facts, edited)];
}

/** The facts without these changes, the newest first. */
function factsBefore(facts: ReleaseFacts, changes: readonly PastChange[]): ReleaseFacts {
  if (changes.length === 0) return facts;
  const stood = {
    criterion: new Map<string, Fields>(facts.criteria.map((one) => [one.id ?? '', { ...one }])),
    evidence: new Map<string, Fields>(facts.evidence.map((one) => [one.id ?? '', { ...one }])),
  };
  for (const { kind, id, before, after } of changes) {
    const records = stood[kind];
    if (before === null) records.delete(id);
    else if (after === null) records.set(id, recordKinds[kind].schema.parse({ ...before, id }));
    else records.set(id, { ...records.get(id), ...before });
  }
  return {
    ...facts,
    criteria: [...stood.criterion.values()] as unknown as Criterion[],
    evidence: [...stood.evidence.values()] as unknown as Evidence[],
  };
}
