import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf } from '../../findings/target.ts';
import { compareText } from '../../foundation/naturalOrder.ts';
import { isBlank } from '../../foundation/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { DatedPart } from '../context/goLiveInForce.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { Judgement } from '../rule.ts';

type Change = RuleContext['facts']['release']['goLive']['changes'][number];

/**
 * Whether a record allows another day than the approved one; its sentence is the clause saying which. A latest permitted
 * date does, and a decision for that very day, unless a later one took it back by then. Without a day it stands.
 */
export function allowedBy(
  context: RuleContext,
  part: DatedPart | null,
  actual: CalendarDate,
  approved: CalendarDate,
): Judgement {
  const { latestPermittedDate } = context.facts.release.goLive;
  if (actual > approved && latestPermittedDate !== null && actual <= latestPermittedDate)
    return { outcome: 'met', sentence: `it was permitted until ${formatDate(latestPermittedDate)}` };
  const changes = context.facts.release.goLive.changes.filter((one) => context.hasHappened(one.on));
  const moves = changes.filter((one) => one.to === actual);
  if (moves.length === 0) return { outcome: 'notMet', sentence: 'no decision records the change' };
  const away = changes.filter((one) => one.from === actual && one.to !== actual && (one.on ?? actual) <= actual);
  const undated = [...moves, ...away].find((one) => one.on === null);
  if (undated && away.length > 0) {
    return {
      outcome: 'cannotTell',
      sentence: 'a change to that day and a change away from it are recorded, and it is not recorded which came last',
      mend: 'Record the day on which each change of the Go-Live date was decided.',
      mendAt: fieldOf('goLiveChange', undated, 'on'),
    };
  }
  const last = moves
    .flatMap(({ on }) => on ?? [])
    .sort()
    .at(-1);
  if (last === undefined)
    return { outcome: 'met', sentence: 'a change to that day is recorded, without the day on which it was decided' };
  const others = part === null ? otherDates(context, changes, actual) : [];
  const [back] = [
    ...away.filter(({ on }) => on !== null && on >= last),
    ...others.filter(({ on }) => on !== null && on > last),
  ]
    .filter(({ on }) => on !== null && on <= actual)
    .sort((left, right) => compareText(left.on ?? '', right.on ?? ''));
  if (!back?.on) return { outcome: 'met', sentence: `the change of ${formatDate(last)} to that day is recorded` };
  const [by, to] = [back.by, back.to === null ? 'another day' : formatDate(back.to)];
  const moved = isBlank(by) ? `Go-Live was moved to ${to}` : `${theBody(by ?? '')} moved Go-Live to ${to}`;
  return {
    outcome: 'notMet',
    sentence: `the change of ${formatDate(last)} to that day no longer stood, for on ${formatDate(back.on)} ${moved}`,
  };
}

/** A release without parts has one date: whatever set another one later took its place, the approval itself included. */
function otherDates(
  { facts, goLive }: RuleContext,
  changes: readonly Change[],
  actual: CalendarDate,
): readonly Pick<Change, 'by' | 'on' | 'to'>[] {
  if (facts.release.goLive.parts.length > 0) return [];
  const approval = { by: goLive.approvedBy, on: goLive.approvedOn, to: goLive.approvedDate };
  return [...changes, approval].filter(({ to }) => to !== null && to !== actual);
}
