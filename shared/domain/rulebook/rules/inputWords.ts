import { type CalendarDate, daysBetween, formatDate } from '../../calendar/calendarDate.ts';
import { bodyInText } from '../../records/bodies.ts';
import type { View } from '../../records/committees.ts';
import { type BodyState, firstPut, putOn } from '../context/viewIndex.ts';
import type { Judgement, RecordContext } from '../rule.ts';
import { passedInWords, submissionDueInWords } from '../submissionInWords.ts';

/** The day by which an answer counts: that of the final submission, where one stands. Null: any day that has come. */
export function lastDayOf(context: RecordContext): CalendarDate | null {
  return context.final ? null : context.submission.finalOn;
}

/**
 * `put to TAG on 1 May 2026`: when the body first had the criterion before it, as far as that is recorded. An answer that is
 * recorded for an earlier day than its question shows that it had; that both cannot be right is told with it.
 */
export function putInWords(context: RecordContext, state: BodyState): string {
  const first = firstPut(state);
  const { askedOn } = first;
  const by = putOn(first);
  const asked = askedOn === null ? '' : formatDate(askedOn);
  const isEarlier = askedOn !== null && by !== null && by < askedOn;
  const on = isEarlier ? ` by ${formatDate(by)}, though recorded as asked on ${asked}` : asked && ` on ${asked}`;
  const { finalOn } = context.submission;
  const sameDay = finalOn !== null && by === finalOn ? ', on the day of the submission' : '';
  return `put to ${bodyInText(state.body)}${on}${sameDay}`;
}

/** `TAG answered on 10 May 2026`, `TAG had no view on 10 May 2026`, `TAG deferred its view on 10 May 2026`. */
export function answeredInWords(view: View): string {
  return `${bodyInText(view.body)} ${didInWords(view)}${view.on === null ? '' : ` on ${formatDate(view.on)}`}`;
}

export function didInWords(view: View): string {
  if (view.position === 'deferred') return 'deferred its view';
  return view.position === 'noView' ? 'recorded no view' : 'answered';
}

/** Before the final submission it is not due; in it or after it, it is not met. `cited`: `§5.3` or `practice`. */
export function openInput(
  context: RecordContext,
  told: string,
  cited: string,
): Pick<Judgement, 'outcome' | 'sentence' | 'slackDays' | 'due'> {
  const { due } = context.submission;
  const passed = passedInWords(context);
  if (passed !== null) return { outcome: 'notMet', due, sentence: `${told}, and ${passed} (${cited}).` };
  const slackDays = due ? daysBetween(context.asOf, due) : null;
  return { outcome: 'notDue', due, slackDays, sentence: `${told}; ${submissionDueInWords(context)} (${cited}).` };
}
