import type { CalendarDate } from '../calendar/calendarDate.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import { isPut } from '../records/begun.ts';
import { bodyOf } from '../records/bodies.ts';
import type { View } from '../records/committees.ts';
import { answerTo, type BodyState, isPutOff, standingView, viewIndexOf } from '../rulebook/context/viewIndex.ts';
import { viewsShownOn } from './factsShownOn.ts';

/** One view of a body on a criterion as it stood on the day, and what became of it. `by`: the view that took its place, that it left standing, or that asked again. */
export interface PastView {
  readonly view: View;
  readonly became: 'stands' | 'asked' | 'askedAgain' | 'replaced' | 'deferred' | 'answered' | 'ahead' | 'begun';
  readonly by: View | null;
}

/** Everything that one body was asked and said of one criterion, as of a day. */
export interface ViewHistory {
  /** Its answer that stands; a deferral only where it has given none. */
  readonly standing: View | null;
  /** A question since then that it has not answered. */
  readonly asked: View | null;
  /** The newest first. */
  readonly all: readonly PastView[];
}

export interface ViewHistories {
  /** Bodies are found under any of their names. */
  readonly of: (body: string, criterion: string) => ViewHistory;
}

const nothing: ViewHistory = { standing: null, asked: null, all: [] };

/** What stands and what stood before, for window and pack alike; which view stands is the rulebook's own answer. */
export function viewHistoriesOf(views: readonly View[], asOf: CalendarDate): ViewHistories {
  const ahead = new Set<View>();
  const was: View[] = [];
  const byKey = new Map<string, View[]>();
  for (const recorded of views) {
    // An answer that came later was a question then; what was nothing yet is told as it will be, and as ahead.
    const [shown] = viewsShownOn([recorded], asOf);
    if (shown) was.push(shown);
    else ahead.add(recorded);
    const key = keyOf(recorded.body, recorded.criterion);
    const known = byKey.get(key);
    if (known) known.push(shown ?? recorded);
    else byKey.set(key, [shown ?? recorded]);
  }
  const index = viewIndexOf(was, asOf);
  return {
    of: (body, criterion) => {
      const all = byKey.get(keyOf(body, criterion));
      if (!all) return nothing;
      const state = index.of(bodyOf(body), criterion);
      const standing = standingView(state);
      const last = state?.given ?? null;
      const asked = isOpenQuestion(state?.asked ?? null, last) ? (state?.asked ?? null) : null;
      const now = { state, standing, asked, ahead };
      return { standing, asked, all: newestFirst(all).map((view) => pastView(view, now)) };
    },
  };
}

function keyOf(body: string, criterion: string): string {
  return `${bodyOf(body)}/${criterion}`;
}

/** A question is open while no answer came after it. */
function isOpenQuestion(asked: View | null, last: View | null): boolean {
  if (asked === null) return false;
  return last === null || whenOf(asked) >= whenOf(last);
}

interface Now {
  /** What was nothing yet on that day. */
  readonly ahead: ReadonlySet<View>;
  readonly state: BodyState | null;
  readonly standing: View | null;
  readonly asked: View | null;
}

function pastView(view: View, { state, standing, asked, ahead }: Now): PastView {
  if (!isPut(view)) return { view, became: 'begun', by: null };
  if (isSame(view, standing)) return { view, became: 'stands', by: null };
  if (isSame(view, asked)) return { view, became: 'asked', by: null };
  if (ahead.has(view)) return { view, became: 'ahead', by: null };
  if (view.position === null) {
    const answer = answerTo(view, state);
    if (answer) return { view, became: 'answered', by: answer };
    return { view, became: asked ? 'askedAgain' : 'asked', by: asked };
  }
  return { view, became: isPutOff(view, standing) ? 'deferred' : 'replaced', by: standing };
}

/** The rulebook's own answer may be a copy of the record, as it stood on that day. */
function isSame(view: View, other: View | null): boolean {
  return view === other || (view.id !== undefined && view.id === other?.id);
}

function newestFirst(views: readonly View[]): readonly View[] {
  return views.toReversed().sort((left, right) => compareText(whenOf(right), whenOf(left)));
}

function whenOf(view: View): string {
  return view.on ?? view.askedOn ?? '';
}
