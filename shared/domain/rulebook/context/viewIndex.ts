import type { CalendarDate } from '../../calendar/calendarDate.ts';
import type { View } from '../../records/committees.ts';
import { bodyOf } from '../bodies.ts';

/** What one body has said of one criterion by the as-of date. */
export interface BodyState {
  readonly body: string;
  /** Its latest answer; an earlier one no longer counts, so that a body may reaffirm. */
  readonly given: View | null;
  /** Its latest question that has no answer yet. */
  readonly asked: View | null;
}

export interface ViewIndex {
  readonly of: (body: string, criterion: string) => BodyState | null;
  readonly ofCriterion: (criterion: string) => readonly BodyState[];
  /** Each body's latest answer on the criterion. */
  readonly answersOn: (criterion: string) => readonly View[];
  /** Whether the body has answered on any criterion. */
  readonly hasAnswered: (body: string) => boolean;
}

interface Entry {
  body: string;
  given: View | null;
  asked: View | null;
}

/** @param views in canonical order: among views of the same date, the last counts. */
export function viewIndexOf(views: readonly View[], asOf: CalendarDate): ViewIndex {
  const byCriterion = new Map<string, Map<string, Entry>>();
  const answered = new Set<string>();
  for (const view of views) {
    const body = bodyOf(view.body);
    const given = view.position !== null && !isLater(view.on, asOf);
    if (!given && isLater(view.askedOn, asOf)) continue;
    const entry = entryOf(byCriterion, view.criterion, body);
    if (given) {
      answered.add(body);
      if (whenOf(view) >= whenOf(entry.given)) entry.given = view;
    } else if (whenAsked(view) >= whenAsked(entry.asked)) entry.asked = view;
  }
  const states = new Map<string, readonly BodyState[]>();
  const answers = new Map<string, readonly View[]>();
  for (const [criterion, bodies] of byCriterion) {
    const entries = [...bodies.values()];
    states.set(criterion, entries);
    answers.set(criterion, entries.flatMap((entry) => (entry.given ? [entry.given] : [])));
  }
  return {
    of: (body, criterion) => byCriterion.get(criterion)?.get(body) ?? null,
    ofCriterion: (criterion) => states.get(criterion) ?? [],
    answersOn: (criterion) => answers.get(criterion) ?? [],
    hasAnswered: (body) => answered.has(body),
  };
}

function isLater(date: CalendarDate | null, asOf: CalendarDate): boolean {
  return date !== null && date > asOf;
}

function whenOf(view: View | null): string {
  return view?.on ?? view?.askedOn ?? '';
}

function whenAsked(view: View | null): string {
  return view?.askedOn ?? '';
}

function entryOf(map: Map<string, Map<string, Entry>>, criterion: string, body: string): Entry {
  let bodies = map.get(criterion);
  if (!bodies) map.set(criterion, (bodies = new Map()));
  let entry = bodies.get(body);
  if (!entry) bodies.set(body, (entry = { body, given: null, asked: null }));
  return entry;
}
