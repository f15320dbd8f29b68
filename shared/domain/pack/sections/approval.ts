import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { theBody } from '../../records/bodies.ts';
import type { Inline } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { happenedWords, joined } from '../words.ts';

interface Approval {
  readonly approvedBy: string | null;
  readonly approvedOn: CalendarDate | null;
  readonly reference: string | null;
}

/** `by the CSC on 4 November 2021 (CSC 21/11)`; null where nothing is recorded. */
function approvalWords({ approvedBy, approvedOn, reference }: Approval, asOf: CalendarDate): string | null {
  return joined(
    [
      approvedBy && `by ${theBody(approvedBy)}`,
      approvedOn && `on ${happenedWords(approvedOn, asOf)}`,
      reference && `(${reference})`,
    ],
    ' ',
  );
}

/** The approval in force is the one that the release itself records, not one of the changes of its date. */
function isOwnApproval({ facts, rules }: PackContext): boolean {
  const { goLive } = facts.release;
  const inForce = rules.goLive;
  return (
    inForce.approvedDate !== null &&
    inForce.approvedDate === goLive.approvedDate &&
    inForce.approvedBy === goLive.approvedBy &&
    inForce.approvedOn === goLive.approvedOn
  );
}

/** Who approved the date in force, when and under which reference, all from one record. */
export function approvalInForce(context: PackContext): string | null {
  const reference = isOwnApproval(context) ? context.facts.release.goLive.approvedReference : null;
  return approvalWords({ ...context.rules.goLive, reference }, context.asOf);
}

/** What the release records of an approval and the approval in force does not say: it came later, or has no date. */
export function recordedBeside(context: PackContext): Inline | null {
  const { goLive } = context.facts.release;
  const date = goLive.approvedDate && formatDate(goLive.approvedDate);
  const own = isOwnApproval(context)
    ? null
    : joined([date, approvalWords({ ...goLive, reference: goLive.approvedReference }, context.asOf)], ', approved ');
  const reason = goLive.reason === context.rules.goLive.reason ? null : goLive.reason;
  const words = joined([own, reason && `reason: ${reason}`], '; ');
  return words;
}
