import { type CalendarDate, earlierOf } from '../calendar/calendarDate.ts';
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
  const answers = answersOf(views, source).filter(({ paper }) => isWithPaper(paper, source.paper));
  return answers.some(({ on }) => on === null) ? null : firstDayOf(answers);
}

/** What names a paper came with the answer to that one, or with one of which no paper is recorded. */
function isWithPaper(answered: string | null, named: string | null): boolean {
  return isBlank(named) || isBlank(answered) || answered?.trim() === named?.trim();
}

const none: readonly View[] = [];
const known = new WeakMap<readonly View[], ReadonlyMap<string, readonly View[]>>();

/** The answers of its body, on its criterion where it names one; a deferral is none, and sets no condition. */
function answersOf(views: readonly View[], { body, criterion }: NonNullable<Condition['source']>): readonly View[] {
  const index = known.get(views) ?? indexOf(views);
  known.set(views, index);
  return index.get(nameOf(body ?? '', isBlank(criterion) ? null : criterion)) ?? none;
}

/** By body, and by body and criterion: a release has many conditions, and each would look through all of its views. */
function indexOf(views: readonly View[]): ReadonlyMap<string, readonly View[]> {
  const index = new Map<string, View[]>();
  for (const view of views) {
    if (view.position === null || view.position === 'deferred') continue;
    for (const name of [nameOf(view.body, null), nameOf(view.body, view.criterion)]) {
      const answers = index.get(name);
      if (answers) answers.push(view);
      else index.set(name, [view]);
    }
  }
  return index;
}

const nameOf = (body: string, criterion: string | null) => JSON.stringify([bodyOf(body), criterion]);

function firstDayOf(answers: readonly View[]): CalendarDate | null {
  return answers.reduce<CalendarDate | null>(
    (first, { on }) => (first === null || on === null ? (first ?? on) : earlierOf(first, on)),
    null,
  );
}
