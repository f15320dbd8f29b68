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
  /** Whether the body has answered on any criterion. */
  readonly hasAnswered: (body: string) => boolean;
}

interface Entry {
  readonly body: string;
  given: View | null;
  asked: View | null;
}

const none: readonly BodyState[] = [];

/** @param views in canonical order: among views of the same date, the last counts. */
export function viewIndexOf(views: readonly View[], asOf: CalendarDate): ViewIndex {
  const byCriterion = new Map<string, Entry[]>();
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
  return {
    of: (body, criterion) => byCriterion.get(criterion)?.find((entry) => entry.body === body) ?? null,
    ofCriterion: (criterion) => byCriterion.get(criterion) ?? none,
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

/** A criterion has a handful of bodies: looking through them beats a map of maps. */
function entryOf(byCriterion: Map<string, Entry[]>, criterion: string, body: string): Entry {
  const entries = byCriterion.get(criterion);
  const known = entries?.find((entry) => entry.body === body);
  if (known) return known;
  const entry: Entry = { body, given: null, asked: null };
  if (entries) entries.push(entry);
  else byCriterion.set(criterion, [entry]);
  return entry;
}
