import { formatDate } from '../calendar/calendarDate.ts';
import { positionStatus } from '../findings/vocabulary.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import { isPut } from '../records/begun.ts';
import { bodyOf } from '../records/bodies.ts';
import type { View } from '../records/committees.ts';
import { isPutOff, standingView } from '../rulebook/context/viewIndex.ts';
import type { Standing } from './bodyViews.ts';
import type { PackContext } from './packContext.ts';
import { notYet } from './words.ts';

/** A view or a question that no longer stands, and what became of it. */
export interface EarlierView {
  readonly view: View;
  readonly became: string;
}

/** All that a body was asked and said of a criterion, but what stands now; the oldest first. */
export function earlierViews(context: PackContext, { body, criterion, state }: Standing): readonly EarlierView[] {
  const standing = standingView(state);
  const now = [standing, state?.asked];
  const last = state?.given ?? null;
  return context
    .viewRecords(criterion)
    .filter((view) => bodyOf(view.body) === body && !now.includes(view))
    .map((view) => ({ view, became: becameOf(view, view.position === null ? last : standing, context) }))
    .sort((left, right) => compareText(dateOf(left.view), dateOf(right.view)));
}

function becameOf(view: View, given: View | null, { asOf }: PackContext): string {
  if (!isPut(view)) return 'begun: neither asked nor answered';
  const on = view.position === null ? view.askedOn : view.on;
  if (on !== null && on > asOf) return notYet(asOf);
  if (given && dateOf(view) === dateOf(given) && view.position !== null) return 'entered beside the view of that day';
  if (isPutOff(view, given))
    return `puts off a further view; the view${given?.on ? ` of ${formatDate(given.on)}` : ' before it'} stands`;
  const when = given?.on ? ` of ${formatDate(given.on)}` : '';
  if (given?.position)
    return `${view.position !== null ? 'replaced by' : given.position === 'deferred' ? 'put off by' : 'answered by'} the view${when}: ${positionStatus[given.position].word.toLowerCase()}`;
  return 'asked again since';
}

function dateOf(view: View): string {
  return view.on ?? view.askedOn ?? '';
}
