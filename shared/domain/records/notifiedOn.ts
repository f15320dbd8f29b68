import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { Modification } from './modification.ts';
import type { ReleaseFacts } from './releaseFacts.ts';

/**
 * When the approval of a modification was notified, or is to be (§6): on its own day, else with the first text of approvals
 * that was sent from the approval on, for that names each that was not notified before. Null: nothing is recorded.
 */
export function notifiedOn(
  { approvalNotifiedOn, approvedOn }: Modification,
  { sent }: Pick<ReleaseFacts, 'sent'>,
): CalendarDate | null {
  if (approvalNotifiedOn !== null || approvedOn === null) return approvalNotifiedOn;
  const days = sent.flatMap(({ text, on }) => (text === 'approval' && on !== null && on >= approvedOn ? [on] : []));
  return days.sort()[0] ?? null;
}
