import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { ruleDateOf } from '../../calendar/slots.ts';
import { compareText } from '../../foundation/naturalOrder.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';

/** Where the date that lead times run from was taken (`../shared/interface.md`, As-of). */
type GoLiveSource = 'approved' | 'firstPart' | 'ruleDate' | 'unknown';

/** The go-live date as it stood on the as-of date, and who approved it. */
export interface GoLiveInForce {
  /** The date that lead times run from; null where neither an approved date nor a slot is known. */
  readonly date: CalendarDate | null;
  readonly source: GoLiveSource;
  readonly ruleDate: CalendarDate | null;
  readonly approvedDate: CalendarDate | null;
  readonly approvedBy: string | null;
  readonly approvedOn: CalendarDate | null;
  readonly reason: string | null;
  /** Every date on which something goes live: the approved date and the dated parts. */
  readonly dates: readonly CalendarDate[];
  /** The date that was in force on an earlier day, as far as the recorded changes tell. */
  readonly inForceOn: (day: CalendarDate) => CalendarDate | null;
}

interface Approval {
  readonly date: CalendarDate | null;
  readonly by: string | null;
  readonly on: CalendarDate | null;
  readonly reason: string | null;
}

export function goLiveInForce(facts: ReleaseFacts, asOf: CalendarDate): GoLiveInForce {
  const { goLive, slot } = facts.release;
  const ruleDate = slot ? ruleDateOf(slot) : null;
  const approval = approvalOn(facts, asOf);
  const partDates = goLive.parts.flatMap((part) => (part.date ? [part.date] : [])).sort(compareText);
  const date = partDates[0] ?? approval.date ?? ruleDate;
  const moves = datedChanges(facts).filter((change) => change.on <= asOf);
  return {
    date,
    source: partDates[0] ? 'firstPart' : approval.date ? 'approved' : ruleDate ? 'ruleDate' : 'unknown',
    ruleDate,
    approvedDate: approval.date,
    approvedBy: approval.by,
    approvedOn: approval.on,
    reason: approval.reason,
    dates: [...new Set([...partDates, ...(approval.date ? [approval.date] : []), ...(date ? [date] : [])])],
    inForceOn: (day) => moves.find((change) => change.on > day)?.from ?? date,
  };
}

/** What had been approved by then: a later change or a later approval has not happened yet. */
function approvalOn(facts: ReleaseFacts, asOf: CalendarDate): Approval {
  const { goLive } = facts.release;
  const changes = datedChanges(facts);
  const next = changes.find((change) => change.on > asOf);
  if (next?.from) return approvalOf(facts, next.from, asOf);
  if (goLive.approvedDate && (goLive.approvedOn === null || goLive.approvedOn <= asOf)) {
    return approvalOf(facts, goLive.approvedDate, asOf);
  }
  const last = changes.findLast((change) => change.on <= asOf && change.to !== null);
  return last ? { date: last.to, by: last.by, on: last.on, reason: last.reason } : nothingApproved;
}

const nothingApproved: Approval = { date: null, by: null, on: null, reason: null };

function approvalOf(facts: ReleaseFacts, date: CalendarDate, asOf: CalendarDate): Approval {
  const { goLive } = facts.release;
  const own = date === goLive.approvedDate && (goLive.approvedOn === null || goLive.approvedOn <= asOf);
  const move = datedChanges(facts).findLast((change) => change.to === date && change.on <= asOf);
  return {
    date,
    by: (own ? goLive.approvedBy : null) ?? move?.by ?? null,
    on: (own ? goLive.approvedOn : null) ?? move?.on ?? null,
    reason: (own ? goLive.reason : null) ?? move?.reason ?? null,
  };
}

type Change = ReleaseFacts['release']['goLive']['changes'][number];

function datedChanges(facts: ReleaseFacts): readonly (Change & { readonly on: CalendarDate })[] {
  return facts.release.goLive.changes
    .flatMap((change) => (change.on ? [{ ...change, on: change.on }] : []))
    .sort((left, right) => compareText(left.on, right.on));
}
