import { formatDate } from '../calendar/calendarDate.ts';
import type { RuleContext } from './context/ruleContext.ts';
import { dueInWords } from './judgeLeadTime.ts';

/** Why what had to be shown by the final submission counts as missed; null while it lies ahead. */
export function passedInWords(context: Pick<RuleContext, 'asOf' | 'final' | 'submission'>): string | null {
  const { passed, finalOn, due } = context.submission;
  if (!passed) return null;
  if (context.final) return 'this is the final pack';
  if (finalOn !== null) return `the final submission was made on ${formatDate(finalOn)}`;
  return due === null
    ? 'the last day for the submission has passed'
    : `the last day for the submission, ${formatDate(due)}, has passed`;
}

/** `due 22 October 2021, in 2 days`: by when the final submission wants it. */
export function submissionDueInWords(context: Pick<RuleContext, 'asOf' | 'final' | 'submission'>): string {
  const { due } = context.submission;
  return due ? dueInWords(context.asOf, due) : 'due by the final submission, for which no date is recorded';
}
