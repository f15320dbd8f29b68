import { type CalendarDate, daysBetween, formatDays } from '../../calendar/calendarDate.ts';
import type { Status } from '../../findings/vocabulary.ts';
import { theBody } from '../../records/bodies.ts';
import { dueDayOf } from '../../records/conditionDue.ts';
import { isSetBy } from '../../records/conditionNumbers.ts';
import type { Condition } from '../../records/conditions.ts';
import { goLiveOf } from '../../rulebook/conditionGoLive.ts';
import type { PackContext } from '../packContext.ts';
import { happenedWords, joined } from '../words.ts';

/** What shows that it is met, who says so, and where it came from. */
export function conditionDetail(condition: Condition, asOf: CalendarDate): string {
  const { proof, mayDischarge } = condition;
  const parts = [
    proof && `Proof: ${proof}`,
    mayDischarge && `to be discharged by ${theBody(mayDischarge)}`,
    sourceOf(condition, asOf),
  ];
  return joined(parts, ' · ') ?? '';
}

export interface ConditionState {
  readonly status: Status;
  readonly note: string;
}

/** Discharged, open or overdue by the pack's day, or not set by then, and what else is known of its end. */
export function conditionState(condition: Condition, context: PackContext): ConditionState {
  const { dischargedOn, dischargedBy } = condition;
  const discharge = joined([
    dischargedOn && happenedWords(dischargedOn, context.asOf),
    dischargedBy && `by ${theBody(dischargedBy)}`,
  ]);
  if (dischargedOn !== null && dischargedOn <= context.asOf)
    return { status: { word: 'Discharged', sign: '✓', tone: 'met' }, note: discharge ?? '' };
  const planned = dischargedOn === null ? dischargedBy : discharge;
  const ahead = planned && `discharge recorded: ${planned}`;
  if (!isSetBy(condition, context.facts, context.asOf))
    return { status: { word: 'To be set', sign: '○', tone: 'notDue' }, note: ahead ?? '' };
  const due = dueDayOf(condition.due, goLiveOf(condition, context.rules));
  if (due === null || due >= context.asOf)
    return { status: { word: 'Open', sign: '○', tone: 'notDue' }, note: ahead ?? '' };
  const late = joined([`${formatDays(daysBetween(due, context.asOf))} late`, ahead], ' · ') ?? '';
  return { status: { word: 'Overdue', sign: '▲', tone: 'short' }, note: late };
}

/**
 * Where it came from: `paper TAG 12, asked by the TAG on AC-04`, `decided 4 November 2021 on June 2026 SEC Release`; of what
 * no decision is recorded, only that it was carried over.
 */
function sourceOf({ source }: Condition, asOf: CalendarDate): string | null {
  if (source === null) return null;
  const by = source.body && `asked by ${theBody(source.body)}`;
  const of = joined([by, source.criterion && (by ? `on ${source.criterion}` : `asked on ${source.criterion}`)], ' ');
  const decided = joined(
    [source.decidedOn && `decided ${happenedWords(source.decidedOn, asOf)}`, source.release && `on ${source.release}`],
    ' ',
  );
  const carried = source.release && `carried over from ${source.release}`;
  return joined([source.paper && `paper ${source.paper}`, of, source.decidedOn ? decided : carried]);
}
