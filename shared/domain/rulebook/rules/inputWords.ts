import { type CalendarDate, daysBetween, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord } from '../../findings/target.ts';
import { bodyInText } from '../../records/bodies.ts';
import type { View } from '../../records/committees.ts';
import { type BodyState, firstPut, putOn } from '../context/viewIndex.ts';
import type { Judgement, RecordContext } from '../rule.ts';
import { passedInWords, submissionDueInWords } from '../submissionInWords.ts';

/**
 * The day by which a question or an answer counts: that of the final submission, where one stands, else the last one for
 * it. Null: any day that has come, as in a final pack that can still be put before the CSC itself.
 */
export function lastDayOf({ final, asOf, submission }: RecordContext): CalendarDate | null {
  const { due, finalOn } = submission;
  const isTooLate = finalOn === null && due !== null && asOf > due;
  return final && !isTooLate ? null : due;
}

/** `after the final submission of 20 April 2026`, or where none stands, `after the last day for the submission, 24 June 2026`. */
export function afterInWords({ submission }: Pick<RecordContext, 'submission'>, by: CalendarDate): string {
  const what = submission.finalOn === null ? 'last day for the submission,' : 'final submission of';
  return `after the ${what} ${formatDate(by)}`;
}

/** What mends that a body was asked, or has answered, too late: with `done` it is taken into another submission. */
export function lateMend(
  { submission }: Pick<RecordContext, 'submission'>,
  view: View,
  { done, earlier, field }: { readonly done: string; readonly earlier: string; readonly field: 'askedOn' | 'on' },
): Pick<Judgement, 'mend' | 'mendAt'> {
  return submission.finalOn === null
    ? { mend: `Record the earlier day on which ${earlier}, if there was one.`, mendAt: fieldOf('view', view, field) }
    : { mend: `Submit to the CSC again, with ${done}.`, mendAt: newRecord('submission') };
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
