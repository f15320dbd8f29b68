import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { releaseEntries } from '../catalogue/entries.ts';
import { isBlank, oneLine, saying } from '../foundation/words.ts';
import { theBody } from '../records/bodies.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { behalfChanges } from './behalfChanges.ts';
import { type Change, factChange } from './change.ts';
import { fieldChange } from './fieldWords.ts';
import { isAhead, notYetBy } from './notYetBy.ts';
import { isSame } from './pairRecords.ts';

/** What is told of the approval as one thing, and marks, which are told by themselves. */
const apart: ReadonlySet<string> = new Set([
  'goLive.approvedDate',
  'goLive.approvedBy',
  'goLive.approvedOn',
  'goLive.reason',
  'onBehalf',
]);

export function releaseChanges(before: ReleaseFacts, after: ReleaseFacts, asOf: CalendarDate): readonly Change[] {
  const changed = releaseEntries.flatMap(({ name, path }) => {
    const [was, is] = [before, after].map((facts) => path.reduce(within, facts));
    return apart.has(name) || isSame(was, is) ? [] : [fieldChange('release', name, was, is, asOf)];
  });
  return [
    ...goLiveChange(before, after, asOf),
    ...changed.map((words) => factChange('release.changed', null, `${words}.`)),
    ...behalfChanges('release', null, 'The release', {
      before: before.release as unknown as Readonly<Record<string, unknown>>,
      after: after.release as unknown as Readonly<Record<string, unknown>>,
    }),
  ];
}

function within(value: unknown, step: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[step];
}

/** The approved date with who, when and why is one thing: it slipped, or somebody approved it. */
function goLiveChange(before: ReleaseFacts, after: ReleaseFacts, asOf: CalendarDate): readonly Change[] {
  const was = before.release.goLive;
  const is = after.release.goLive;
  if (was.approvedDate !== is.approvedDate) {
    const from = was.approvedDate
      ? `moved from ${formatDate(was.approvedDate)}`
      : isBlank(is.approvedBy)
        ? 'is dated for the first time'
        : 'is approved for the first time';
    const to = is.approvedDate ? ` to ${formatDate(is.approvedDate)}` : ' and has no approved date any more';
    const told = was.approvedDate ? `${from}${to}` : `${from}: ${is.approvedDate ? formatDate(is.approvedDate) : ''}`;
    const ahead = isAhead(is.approvedOn, asOf) ? 'As it is recorded, ' : '';
    // A move that says who approved the date before keeps that on record.
    const isKept = is.changes.some((one) => one.to === was.approvedDate && one.by === was.approvedBy);
    const isLost = !isKept && was.approvedDate !== null && !isBlank(was.approvedBy) && isBlank(is.approvedBy);
    const lost = isLost ? nobodyNow(was) : '';
    return [factChange('date.moved', null, oneLine(`${ahead}Go-Live ${told}${approval(is, asOf)}${lost}.`))];
  }
  const same = was.approvedBy === is.approvedBy && was.approvedOn === is.approvedOn && was.reason === is.reason;
  if (same) return [];
  const isLost = is.approvedDate !== null && !isBlank(was.approvedBy) && isBlank(is.approvedBy);
  const told = isLost
    ? `The approval of the Go-Live date was taken out${nobodyNow(was)}`
    : `The approval of the Go-Live date was changed${approval(is, asOf)}${dayLost(was, is)}`;
  return [factChange('date.approved', null, oneLine(`${told}.`))];
}

/** `; that the CSC approved it on 12 March 2025 is no longer recorded`: of the date that it had then. */
function nobodyNow({ approvedDate, approvedBy, approvedOn }: ReleaseFacts['release']['goLive']): string {
  const what = approvedDate === null ? 'it' : formatDate(approvedDate);
  const on = approvedOn === null ? '' : ` on ${formatDate(approvedOn)}`;
  return `; that ${theBody(approvedBy ?? '')} approved ${what}${on} is no longer recorded`;
}

function dayLost(was: ReleaseFacts['release']['goLive'], is: ReleaseFacts['release']['goLive']): string {
  if (was.approvedOn === null || is.approvedOn !== null) return '';
  return `; the day of it, ${formatDate(was.approvedOn)}, is no longer recorded`;
}

function approval(goLive: ReleaseFacts['release']['goLive'], asOf: CalendarDate): string {
  if (goLive.approvedDate === null) return '';
  const by = goLive.approvedBy?.trim() ? ` by ${theBody(goLive.approvedBy)}` : '';
  const on = goLive.approvedOn ? ` on ${formatDate(goLive.approvedOn)}${notYetBy(goLive.approvedOn, asOf)}` : '';
  const why = goLive.reason ? `, because: ${saying(goLive.reason)}` : '';
  return by === '' && on === '' ? why : `, approved${by}${on}${why}`;
}
