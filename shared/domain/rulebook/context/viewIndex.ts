import { type CalendarDate, earlierOf } from '../../calendar/calendarDate.ts';
import { hasHappened } from '../../records/asOf.ts';
import { isPut } from '../../records/begun.ts';
import { bodyOf } from '../../records/bodies.ts';
import type { View } from '../../records/committees.ts';

/** What one body was asked and has said of one criterion by the as-of date: its whole history, not its last row. */
export interface BodyState {
  readonly body: string;
  /** Its latest answer, a deferral included; an earlier one no longer counts, so that a body may reaffirm. */
  readonly given: View | null;
  /** Its latest answer that is one: a deferral is none, and does not take back what was said before it. */
  readonly answer: View | null;
  /** Its latest question that has no answer yet. */
  readonly asked: View | null;
  /** Every question and answer that had happened, in canonical order. Never empty. */
  readonly history: readonly View[];
}

export interface ViewIndex {
  readonly of: (body: string, criterion: string) => BodyState | null;
  readonly ofCriterion: (criterion: string) => readonly BodyState[];
  /** A record of this body and criterion that neither asks nor answers yet is begun. */
  readonly isBegun: (body: string, criterion: string) => boolean;
  /** What the body was asked and has said of any criterion. */
  readonly ofBody: (body: string) => readonly BodyState[];
}

interface Entry {
  readonly body: string;
  given: View | null;
  answer: View | null;
  asked: View | null;
  readonly history: View[];
}

const none: readonly BodyState[] = [];

/**
 * @param views in canonical order: among views of the same date the gravest counts, so that no objection disappears behind
 * what somebody else entered for that day, and of alike ones the last
 */
export function viewIndexOf(views: readonly View[], asOf: CalendarDate): ViewIndex {
  const byCriterion = new Map<string, Entry[]>();
  const byBody = new Map<string, Entry[]>();
  const begun = new Set<string>();
  for (const recorded of views) {
    if (!isPut(recorded)) begun.add(`${bodyOf(recorded.body)}/${recorded.criterion}`);
    const view = viewAsOf(recorded, asOf);
    if (view === null) continue;
    const entry = entryOf(byCriterion, byBody, view.criterion, bodyOf(view.body));
    entry.history.push(view);
    if (view.position === null) {
      if (whenAsked(view) >= whenAsked(entry.asked)) entry.asked = view;
      continue;
    }
    if (isAhead(view, entry.given)) entry.given = view;
    if (view.position !== 'deferred' && isAhead(view, entry.answer)) entry.answer = view;
  }
  return {
    of: (body, criterion) => byCriterion.get(criterion)?.find((entry) => entry.body === body) ?? null,
    ofCriterion: (criterion) => byCriterion.get(criterion) ?? none,
    isBegun: (body, criterion) => begun.has(`${body}/${criterion}`),
    ofBody: (body) => byBody.get(body) ?? none,
  };
}

/**
 * A view as it stood: an answer that was still to come is an open question, without its words, its meeting and what was
 * said to it; one to a question still to be asked is nothing yet, undated or not, as one that neither asks nor answers is;
 * an answer of a day that has come stands whatever its question says.
 */
export function viewAsOf(view: View, asOf: CalendarDate): View | null {
  if (!isPut(view)) return null;
  const isAsked = hasHappened(view.askedOn, asOf);
  if (view.position === null) {
    if (!isAsked) return null;
    return hasHappened(view.on, asOf) ? view : unanswered(view);
  }
  if (view.on === null) return isAsked ? view : null;
  if (hasHappened(view.on, asOf)) return isAsked ? view : { ...view, askedOn: null };
  return view.askedOn !== null && isAsked ? unanswered(view) : null;
}

function unanswered(view: View): View {
  return { ...view, position: null, on: null, wording: null, answer: null, meeting: null };
}

/** The view that stands: a deferral does not take back what was said before it, and stands only where nothing was. */
export function standingView(state: BodyState | null): View | null {
  return state?.answer ?? state?.given ?? null;
}

/** Whether it only puts off a further view: what the body had said before it stands. */
export function isPutOff(view: View, standing: View | null): boolean {
  return (
    view.position === 'deferred' &&
    standing !== null &&
    standing.position !== 'deferred' &&
    whenOf(view) >= whenOf(standing)
  );
}

/** Since when the body had it before it; null: the day is not recorded. An answer shows that it had been put by then. */
export function putOn(view: View): CalendarDate | null {
  return view.askedOn && view.on ? earlierOf(view.askedOn, view.on) : (view.askedOn ?? view.on);
}

/** The first time that the criterion was put to the body; one without a day stands before all others. */
export function firstPut(state: BodyState): View {
  return state.history.reduce((best, view) => ((putOn(view) ?? '') < (putOn(best) ?? '') ? view : best));
}

/**
 * What followed a question: the first answer or deferral on or after its day. Where one of the two has no day, the latest
 * is taken for it. Null: the body has said nothing since.
 */
export function answerTo(question: View, state: BodyState | null): View | null {
  const last = state?.given ?? null;
  if (state === null || last === null) return null;
  const from = whenAsked(question);
  if (from === '' || whenOf(last) === '') return last;
  const since = state.history.filter((view) => view.position !== null && whenOf(view) >= from);
  return since.reduce<View | null>((first, view) => (first && whenOf(first) <= whenOf(view) ? first : view), null);
}

/** The latest real answer given on or before a day; an undated one stands. Null `by`: on any day. */
export function answerBy(state: BodyState, by: CalendarDate | null): View | null {
  let latest: View | null = null;
  for (const view of state.history) {
    if (view.position === null || view.position === 'deferred') continue;
    if (by !== null && !hasHappened(view.on, by)) continue;
    if (isAhead(view, latest)) latest = view;
  }
  return latest;
}

function isAhead(view: View, other: View | null): boolean {
  const [when, then] = [whenOf(view), whenOf(other)];
  return when === then ? gravity(view) >= gravity(other) : when > then;
}

function gravity(view: View | null): number {
  if (view?.position === 'doesNotSupport') return 2;
  return view?.position === 'supportsWithConditions' ? 1 : 0;
}

/** What the body objected to, or set as a condition, on the very day of its latest answer; as each was entered. */
export function gravestOf({ answer, history }: BodyState): readonly View[] {
  if (answer === null || gravity(answer) === 0) return [];
  return history.filter((view) => gravity(view) > 0 && whenOf(view) === whenOf(answer));
}

function whenOf(view: View | null): string {
  return view?.on ?? view?.askedOn ?? '';
}

function whenAsked(view: View | null): string {
  return view?.askedOn ?? '';
}

/** A criterion has a handful of bodies: looking through them beats a map of maps. */
function entryOf(
  byCriterion: Map<string, Entry[]>,
  byBody: Map<string, Entry[]>,
  criterion: string,
  body: string,
): Entry {
  const known = byCriterion.get(criterion)?.find((entry) => entry.body === body);
  if (known) return known;
  const entry: Entry = { body, given: null, answer: null, asked: null, history: [] };
  add(byCriterion, criterion, entry);
  add(byBody, body, entry);
  return entry;
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
}
