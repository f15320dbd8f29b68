import type { CalendarDate } from '../calendar/calendarDate.ts';
import { earlierOf } from '../calendar/calendarDate.ts';
import { isBlank } from '../foundation/words.ts';
import { bodyOf, isBody } from './bodies.ts';
import type { View } from './committees.ts';
import type { Condition } from './conditions.ts';
import type { ReleaseFacts } from './releaseFacts.ts';

/** Asked for by a body in its answer to a paper; what names the CSC and no paper is of a decision. */
export function isAnswerToPaper({ source }: Condition): boolean {
  const body = source?.body ?? null;
  return !isBlank(body) && !(isBody(body, 'CSC') && isBlank(source?.paper ?? null));
}

/** The same of one that was carried: a body other than the CSC may have decided there, and then the day of it is recorded. */
export function isAnswerElsewhere(condition: Condition): boolean {
  const { source } = condition;
  return isAnswerToPaper(condition) && !(isBlank(source?.paper ?? null) && source?.decidedOn);
}

/** Set for another release, by its decision or by an answer on it, and brought here. */
export function isFromElsewhere({ source }: Condition, release: string): boolean {
  const from = source?.release ?? null;
  return !isBlank(from) && from?.trim() !== release;
}

/**
 * The day on which a condition was set, as far as the records tell: that of its decision, else of the first answer that
 * can have asked for it. Null: no day is recorded, and it stands.
 */
export function conditionSetOn(
  condition: Condition,
  { release, views }: Pick<ReleaseFacts, 'release' | 'views'>,
): CalendarDate | null {
  const { source } = condition;
  if (source === null || source.decidedOn !== null) return source?.decidedOn ?? null;
  if (!isAnswerToPaper(condition) || isFromElsewhere(condition, release.name)) return null;
  const answers = views.filter((view) => isAnswerWith(view, source));
  return answers.some(({ on }) => on === null) ? null : firstDayOf(answers);
}

/** A deferral sets none. What names a paper came with the answer to that one, or with one of which no paper is recorded. */
function isAnswerWith(view: View, { body, criterion, paper }: NonNullable<Condition['source']>): boolean {
  if (view.position === null || view.position === 'deferred') return false;
  if (bodyOf(view.body) !== bodyOf(body ?? '')) return false;
  if (!isBlank(criterion) && view.criterion !== criterion) return false;
  return isBlank(paper) || isBlank(view.paper) || view.paper?.trim() === paper?.trim();
}

function firstDayOf(answers: readonly View[]): CalendarDate | null {
  return answers.reduce<CalendarDate | null>(
    (first, { on }) => (first === null || on === null ? (first ?? on) : earlierOf(first, on)),
    null,
  );
}
