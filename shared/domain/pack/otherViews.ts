import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { positionStatus } from '../findings/vocabulary.ts';
import { compareText } from '../foundation/naturalOrder.ts';
import { samePlain } from '../foundation/samePlain.ts';
import { isPut } from '../records/begun.ts';
import { bodyOf } from '../records/bodies.ts';
import type { View } from '../records/committees.ts';
import { answerTo, isPutOff, standingView, viewAsOf } from '../rulebook/context/viewIndex.ts';
import type { Standing } from './bodyViews.ts';
import type { PackContext } from './packContext.ts';
import { askedStatus } from './vocabulary.ts';
import { notYet } from './words.ts';

/** A view or a question that does not stand, and what became of it; or, of one that is still to come, that it is. */
export interface OtherView {
  readonly view: View;
  readonly when: 'earlier' | 'later' | 'begun';
  readonly became: string;
}

/**
 * The record of a view that stands: what the rules go by lacks a day of it that lies ahead. A question of which the
 * answer lies ahead has none: that answer is a later view.
 */
export function recordedView(context: PackContext, view: View): View {
  const { asOf } = context;
  const found = context
    .viewRecords(view.criterion)
    .find((one) => one === view || (one.position === view.position && samePlain(viewAsOf(one, asOf), view)));
  return found ?? view;
}

/** All that a body was asked and said of a criterion, or is recorded to say later, but what stands now; the oldest first. */
export function otherViews(context: PackContext, { body, criterion, state }: Standing): readonly OtherView[] {
  const standing = standingView(state);
  const now = [standing, state?.asked].flatMap((view) => (view ? [recordedView(context, view)] : []));
  return context
    .viewRecords(criterion)
    .filter((view) => bodyOf(view.body) === body && !now.includes(view))
    .map((view) => ({ view, ...becameOf(view, view.position === null ? answerTo(view, state) : standing, context) }))
    .sort((left, right) => compareText(dateOf(left.view), dateOf(right.view)));
}

/** `supports`; of a question, whether it was put; null of what neither asks nor answers. */
export function positionInWords(view: View, asOf: CalendarDate): string | null {
  if (view.position !== null) return positionStatus[view.position].word;
  if (!isPut(view)) return null;
  return view.askedOn !== null && view.askedOn > asOf ? 'To be asked' : askedStatus.word;
}

function becameOf(view: View, given: View | null, { asOf }: PackContext): Pick<OtherView, 'when' | 'became'> {
  if (!isPut(view)) return { when: 'begun', became: 'neither asked nor answered' };
  const on = view.position === null ? view.askedOn : (view.on ?? view.askedOn);
  if (on !== null && on > asOf) return { when: 'later', became: notYet(asOf) };
  return { when: 'earlier', became: replacedWords(view, given) };
}

function replacedWords(view: View, given: View | null): string {
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
