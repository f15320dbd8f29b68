import { z } from 'zod';
import { type CalendarDate, calendarDateSchema, daysBetween, formatDate } from '../calendar/calendarDate.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import { capitalise } from '../foundation/words.ts';
import { dayToTell, type Plan, type PlanItem } from '../planning/plan.ts';
import { theBody } from '../records/bodies.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { goLiveInForce } from '../rulebook/context/goLiveInForce.ts';

/** One date that somebody has to keep, in one of the releases. */
const deadlineSchema = z.strictObject({
  releaseId: z.string(),
  /** Which of the release's dates it is, whatever its day becomes and whoever it waits for. */
  key: z.string(),
  release: z.string(),
  on: calendarDateSchema,
  what: z.string(),
  /** `SECAS`, `DCC` or a body; null for a date that is simply there (a meeting, the Go-Live). */
  who: z.string().nullable(),
  kind: z.enum(['goLive', 'meeting', 'deadline', 'missed']),
});

const clashSchema = z.strictObject({ on: calendarDateSchema, releases: z.array(z.string()), sentence: z.string() });

export const portfolioSchema = z.strictObject({
  asOf: calendarDateSchema,
  deadlines: z.array(deadlineSchema),
  clashes: z.array(clashSchema),
});
export type Portfolio = z.output<typeof portfolioSchema>;
export type Deadline = Portfolio['deadlines'][number];
type Clash = Portfolio['clashes'][number];

/** A release with what is planned back from its dates. */
export interface PlannedRelease {
  readonly id: string;
  readonly facts: ReleaseFacts;
  readonly plan: Plan;
}

/** Go-lives that leave people no time between them; good practice, not a rule of the SEC. */
const closeDays = 21;
/** From this many things of different releases on one day, the day is worth a look. */
const crowded = 2;

/** All dates of all releases in one order, and where they get in each other's way. Pure. */
export function computePortfolio(releases: readonly PlannedRelease[], asOf: CalendarDate): Portfolio {
  const deadlines = releases.flatMap(deadlinesOf).sort(byDay);
  return { asOf, deadlines, clashes: [...closeGoLives(releases), ...sameDays(deadlines, asOf)].sort(byDay) };
}

/** Every date of one release: what is still to do by whom, its meetings, and the Go-Live itself. */
function deadlinesOf({ id, facts, plan }: PlannedRelease): readonly Deadline[] {
  const { name } = facts.release;
  const base = { releaseId: id, release: name };
  const planned = plan.items.flatMap((item): Deadline[] => {
    const on = item.state === 'undated' ? null : (dayToTell(item) ?? item.due);
    const kind = item.state === 'impossible' ? 'missed' : 'deadline';
    return on === null ? [] : [{ ...base, key: keyOfItem(item), on, what: item.what, who: item.waitsFor, kind }];
  });
  const meetings = facts.meetings.flatMap((meeting): Deadline[] =>
    meeting.on === null
      ? []
      : [
          {
            ...base,
            key: `meeting/${meeting.id ?? `${meeting.body}/${meeting.on}`}`,
            on: meeting.on,
            what: `${meeting.body ?? 'A body'} meets`,
            who: null,
            kind: 'meeting',
          },
        ],
  );
  const goLive = goLiveDays(facts, plan.asOf).map(
    ({ on, part, id: partId }): Deadline => ({
      ...base,
      key: part === null ? 'Go-Live' : `Go-Live/${partId ?? part}`,
      on,
      what: part === null ? 'Go-Live' : `Go-Live of ${part}`,
      who: null,
      kind: 'goLive',
    }),
  );
  return [...planned, ...meetings, ...goLive];
}

/** What is planned is called by the day of its meeting and how much it is about, and evidence waits for one after another. */
function keyOfItem({ kind, subject, what, waitsFor }: PlanItem): string {
  switch (kind) {
    case 'paper':
      return `paper/${(subject ?? '').replace(/ \d{4}-\d{2}-\d{2}$/, '')}`;
    case 'submission':
      return 'submission';
    case 'evidence':
      return `evidence/${what}`;
    default:
      return `${waitsFor}/${what}`;
  }
}

/** Each day on which something of a release goes live: its parts by name, and the release's own day where it is none of theirs. */
function goLiveDays(facts: ReleaseFacts, asOf: CalendarDate): readonly GoLiveDay[] {
  const { date, actualDate, parts: dated } = goLiveInForce(facts, asOf);
  // Nothing of a release goes live before the release did.
  const parts = dated.filter((part) => actualDate === null || part.date >= actualDate);
  const named = parts.map((part) => ({ on: part.date, part: part.what, id: part.record.id ?? null }));
  const isOwn = date !== null && !parts.some((part) => part.date === date);
  return isOwn ? [{ on: date, part: null, id: null }, ...named] : named;
}

interface GoLiveDay {
  readonly on: CalendarDate;
  /** What goes live; null: the release, or the rest of it. */
  readonly part: string | null;
  /** Of the record of the part. */
  readonly id: string | null;
}

/** Each Go-Live beside the one of another release that comes before it. */
function closeGoLives(releases: readonly PlannedRelease[]): readonly Clash[] {
  const dated = releases
    .flatMap(({ id, facts, plan }) => {
      const { name } = facts.release;
      return goLiveDays(facts, plan.asOf).map(({ on, part }) => ({
        id,
        name,
        on,
        told: part === null ? name : `${name} (${part})`,
      }));
    })
    .sort(byDay);
  return dated.flatMap((later, at): Clash[] => {
    let before = at - 1;
    while (dated[before]?.id === later.id) before -= 1;
    const earlier = dated[before];
    if (!earlier) return [];
    const days = daysBetween(earlier.on, later.on);
    if (days > closeDays) return [];
    const apart = days === 0 ? 'on the same day' : `${days} ${days === 1 ? 'day' : 'days'} apart`;
    const sentence = `${earlier.told} and ${later.told} go live ${apart} (${formatDate(later.on)}).`;
    return [{ on: later.on, releases: [earlier.name, later.name], sentence }];
  });
}

/** Days on which the same people owe something to different releases. */
function sameDays(deadlines: readonly Deadline[], asOf: CalendarDate): readonly Clash[] {
  const days = new Map<string, Deadline[]>();
  for (const deadline of deadlines) {
    if (deadline.kind !== 'deadline' || deadline.who === null || deadline.on < asOf) continue;
    const key = `${deadline.on} ${deadline.who}`;
    const known = days.get(key);
    if (known) known.push(deadline);
    else days.set(key, [deadline]);
  }
  return [...days.values()].flatMap((owed): Clash[] => {
    const [first] = owed;
    const releases = [...new Set(owed.map((one) => one.release))].sort();
    if (!first || releases.length < crowded) return [];
    const sentence = `${capitalise(theBody(first.who ?? ''))} owes ${owed.length} things to ${releases.join(' and ')} by ${formatDate(first.on)}.`;
    return [{ on: first.on, releases, sentence }];
  });
}

function byDay(left: { readonly on: string }, right: { readonly on: string }): number {
  return compareText(left.on, right.on);
}
