import { daysBetween, formatDate, formatDays } from '../../calendar/calendarDate.ts';
import type { Status } from '../../findings/vocabulary.ts';
import { hasHappened } from '../../records/asOf.ts';
import { theBody } from '../../records/bodies.ts';
import { dueDayOf } from '../../records/conditionDue.ts';
import type { Condition } from '../../records/conditions.ts';
import type { PackContext } from '../packContext.ts';
import { joined, notYet } from '../words.ts';

/** What shows that it is met, who says so, and where it came from. */
export function conditionDetail(condition: Condition): string {
  const { proof, mayDischarge } = condition;
  const parts = [
    proof && `Proof: ${proof}`,
    mayDischarge && `to be discharged by ${theBody(mayDischarge)}`,
    sourceOf(condition),
  ];
  return joined(parts, ' · ') ?? '';
}

export interface ConditionState {
  readonly status: Status;
  readonly note: string;
}

/** Discharged, open, overdue or not even set by the pack's day, and what else is known of its end. */
export function conditionState(condition: Condition, context: PackContext): ConditionState {
  const { dischargedOn, dischargedBy, source } = condition;
  const isSet = hasHappened(source?.decidedOn ?? null, context.asOf);
  const discharge = joined([dischargedOn && formatDate(dischargedOn), dischargedBy && `by ${theBody(dischargedBy)}`]);
  if (dischargedOn !== null && dischargedOn <= context.asOf && isSet)
    return { status: { word: 'Discharged', sign: '✓', tone: 'met' }, note: discharge ?? '' };
  if (!isSet) {
    const note = joined([notYet(context.asOf), discharge && `discharge recorded: ${discharge}`], ' · ') ?? '';
    return { status: { word: 'Not set yet', sign: '–', tone: 'notDue' }, note };
  }
  const due = dueDayOf(condition.due, context.rules.goLive.date);
  const planned = dischargedOn === null ? dischargedBy : `${discharge}, ${notYet(context.asOf)}`;
  const ahead = planned && `discharge recorded: ${planned}`;
  if (due === null || due >= context.asOf)
    return { status: { word: 'Open', sign: '○', tone: 'notDue' }, note: ahead ?? '' };
  const late = joined([`${formatDays(daysBetween(due, context.asOf))} late`, ahead], ' · ') ?? '';
  return { status: { word: 'Overdue', sign: '▲', tone: 'short' }, note: late };
}

/** Where it came from: `paper TAG 12, asked by the TAG on AC-04, decided 4 November 2021 on June 2026 SEC Release`. */
function sourceOf({ source }: Condition): string | null {
  if (source === null) return null;
  const by = source.body && `asked by ${theBody(source.body)}`;
  const of = joined([by, source.criterion && (by ? `on ${source.criterion}` : `asked on ${source.criterion}`)], ' ');
  const decided = joined(
    [source.decidedOn && formatDate(source.decidedOn), source.release && `on ${source.release}`],
    ' ',
  );
  return joined([source.paper && `paper ${source.paper}`, of, decided && `decided ${decided}`]);
}
