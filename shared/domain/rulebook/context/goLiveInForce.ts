import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { ruleDateOf } from '../../calendar/slots.ts';
import { compareText } from '../../foundation/naturalOrder.ts';
import { compareRecorded } from '../../records/recordedOrder.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';

/** Where the date that lead times run from was taken (`docs/formats.md`, As-of). */
type GoLiveSource = 'approved' | 'unapproved' | 'firstPart' | 'ruleDate' | 'unknown';

/** The go-live date as it stood on the as-of date, and who approved it. */
export interface GoLiveInForce {
  /** The day on which it went live; until then the planned one. Whatever tells or counts days to Go-Live reads this. */
  readonly date: CalendarDate | null;
  /**
   * The date in force that lead times run from, also once it went live on another; null where neither an approved date nor
   * a slot is known.
   */
  readonly plannedDate: CalendarDate | null;
  /** Where the planned date was taken from. */
  readonly source: GoLiveSource;
  readonly ruleDate: CalendarDate | null;
  readonly approvedDate: CalendarDate | null;
  /**
   * Whether the date in force may be told as approved: somebody is recorded to have, by the as-of date, or it is recorded
   * as approved for the rule date, which asks for nobody. A date that a later change moved from need not have been.
   */
  readonly isApproved: boolean;
  readonly approvedBy: string | null;
  readonly approvedOn: CalendarDate | null;
  readonly reason: string | null;
  /** The day on which it went live, once that has come. */
  readonly actualDate: CalendarDate | null;
  /** The parts that have a date, the first of them first. */
  readonly parts: readonly DatedPart[];
  /** The parts that have none yet, by name. */
  readonly undatedParts: readonly string[];
  /** Every date on which something goes live: the approved date, the dated parts and, once live, the actual date. */
  readonly dates: readonly CalendarDate[];
  /** What the date was moved to by changes that have no day: they stand on record, and decide nothing. */
  readonly undatedMoves: readonly CalendarDate[];
  /** The date that was in force on an earlier day, as far as the approval and the recorded changes tell. */
  readonly inForceOn: (day: CalendarDate) => CalendarDate | null;
}

/** A part of a go-live in parts. */
export interface DatedPart {
  readonly what: string;
  readonly date: CalendarDate;
  /**
   * The same day, once it has come and the release is recorded as live by it; else null: a part's date is planned until
   * the release is live, and none of it can have gone live before the release did.
   */
  readonly liveOn: CalendarDate | null;
  readonly record: ReleaseFacts['release']['goLive']['parts'][number];
}

interface Approval {
  readonly date: CalendarDate | null;
  readonly by: string | null;
  readonly on: CalendarDate | null;
  readonly reason: string | null;
  /** Whether a record says that this date was approved, or moved to; a later change alone may only say that it was in force. */
  readonly isStated: boolean;
}

/** What is told of a date in force that may not be told as approved. */
export const nobodyApproved = 'nobody is recorded to have approved it';

/** What of a release tells when it goes live. */
export interface GoLiveRecord {
  readonly release: Pick<ReleaseFacts['release'], 'slot' | 'goLive'>;
}

export function goLiveInForce(facts: GoLiveRecord, asOf: CalendarDate): GoLiveInForce {
  const { goLive, slot } = facts.release;
  const ruleDate = slot ? ruleDateOf(slot) : null;
  const approval = approvalOn(facts, asOf);
  const actualDate = goLive.actualDate !== null && goLive.actualDate <= asOf ? goLive.actualDate : null;
  const liveOn = (date: CalendarDate) => (actualDate !== null && actualDate <= date && date <= asOf ? date : null);
  const parts = goLive.parts
    .flatMap((part) =>
      part.date ? [{ what: nameOfPart(part), date: part.date, liveOn: liveOn(part.date), record: part }] : [],
    )
    .sort((left, right) => compareText(left.date, right.date));
  const plannedDate = parts[0]?.date ?? approval.date ?? ruleDate;
  const moves = datedChanges(facts).filter((change) => change.on <= asOf);
  return {
    date: actualDate ?? plannedDate,
    plannedDate,
    source: parts[0] ? 'firstPart' : sourceOf(approval, ruleDate),
    ruleDate,
    approvedDate: approval.date,
    isApproved: isApproved(approval, ruleDate),
    approvedBy: approval.by,
    approvedOn: approval.on,
    reason: approval.reason,
    actualDate,
    parts,
    undatedParts: goLive.parts.filter((part) => part.date === null).map(nameOfPart),
    dates: [...new Set([...parts.map((part) => part.date), approval.date, actualDate, plannedDate])].filter(isKnown),
    undatedMoves: goLive.changes.flatMap(({ from, to, on }) =>
      on === null && to !== null && to !== approval.date && (approval.date === null || from === approval.date)
        ? [to]
        : [],
    ),
    inForceOn: (day) => {
      const next = moves.find((change) => change.on > day);
      if (next?.from) return next.from;
      const isApprovedLater = next !== undefined || (approval.on !== null && approval.on > day);
      if (!isApprovedLater || parts.length > 0) return plannedDate;
      return moves.findLast((change) => change.on <= day && change.to !== null)?.to ?? ruleDate ?? plannedDate;
    },
  };
}

function sourceOf(approval: Approval, ruleDate: CalendarDate | null): GoLiveSource {
  if (approval.date === null) return ruleDate ? 'ruleDate' : 'unknown';
  return isApproved(approval, ruleDate) ? 'approved' : 'unapproved';
}

function isApproved(approval: Approval, ruleDate: CalendarDate | null): boolean {
  return approval.date !== null && (isNamed(approval) || (approval.isStated && approval.date === ruleDate));
}

function nameOfPart({ what }: ReleaseFacts['release']['goLive']['parts'][number]): string {
  return what?.trim() || 'a part without a name';
}

/** What had been approved by then: a later change or a later approval has not happened yet. */
function approvalOn(facts: GoLiveRecord, asOf: CalendarDate): Approval {
  const { goLive } = facts.release;
  const changes = datedChanges(facts);
  const next = changes.find((change) => change.on > asOf);
  if (next?.from) return approvalOf(facts, next.from, asOf);
  // Without a day of its own the approved date is as old as the change that set it.
  const isSetLater =
    goLive.approvedOn === null && changes.some((one) => one.on > asOf && one.to === goLive.approvedDate);
  if (goLive.approvedDate && !isSetLater && (goLive.approvedOn === null || goLive.approvedOn <= asOf)) {
    return approvalOf(facts, goLive.approvedDate, asOf);
  }
  const last = changes.findLast((change) => change.on <= asOf && change.to !== null);
  return last ? { date: last.to, by: last.by, on: last.on, reason: last.reason, isStated: true } : nothingApproved;
}

const nothingApproved: Approval = { date: null, by: null, on: null, reason: null, isStated: false };

/** Who approved it and when, both from one record: the release's own, or one change of its date. */
function approvalOf(facts: GoLiveRecord, date: CalendarDate, asOf: CalendarDate): Approval {
  const { goLive } = facts.release;
  const isOwn = date === goLive.approvedDate && (goLive.approvedOn === null || goLive.approvedOn <= asOf);
  const own = { date, by: goLive.approvedBy, on: goLive.approvedOn, reason: goLive.reason, isStated: true };
  const moves = datedChanges(facts)
    .filter((change) => change.to === date && change.on <= asOf)
    .map(({ by, on, reason }): Approval => ({ date, by, on, reason, isStated: true }));
  const records = [...(isOwn ? [own] : []), ...moves.toReversed()];
  const best = records.find((one) => isNamed(one) && one.on !== null) ?? records.find(isNamed) ?? records[0];
  if (!best) return { ...nothingApproved, date };
  return { ...best, reason: best.reason ?? records.find((one) => one.reason !== null)?.reason ?? null };
}

function isNamed({ by }: Approval): boolean {
  return by !== null && by.trim() !== '';
}

function isKnown(date: CalendarDate | null): date is CalendarDate {
  return date !== null;
}

type Change = ReleaseFacts['release']['goLive']['changes'][number];

function datedChanges(facts: GoLiveRecord): readonly (Change & { readonly on: CalendarDate })[] {
  return facts.release.goLive.changes
    .flatMap((change) => (change.on ? [{ ...change, on: change.on }] : []))
    .sort((left, right) => compareText(left.on, right.on) || compareRecorded(left, right));
}

/** What goes live first on or after a day; the Go-Live as a whole where it is not in parts, or none of them is left then. */
export function goLiveFrom(
  day: CalendarDate,
  { date, parts, undatedParts }: Pick<GoLiveInForce, 'date' | 'parts' | 'undatedParts'>,
): CalendarDate | null {
  if (parts.length + undatedParts.length === 0 || date === null || date >= day) return date;
  const next = parts.find((part) => part.date >= day);
  if (next) return next.date;
  return undatedParts.length > 0 ? null : date;
}
