import { type CalendarDate, formatDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { whoInWords } from '../../../../shared/domain/records/acceptance.ts';
import { type EvidenceStatus, evidenceKey, nextStatuses } from '../../../../shared/domain/records/evidence.ts';
import { asRecord, readRecord } from '../../../store/records.ts';
import { type Change, type ChangeSet, editRecord } from '../../changes.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/**
 * Moves evidence along its life, with who decided; a refusal and a withdrawal say why. An acceptance that was given
 * before it is entered carries its own day. All of it, or nothing.
 */
export const evidenceSetStatus = storeVerb('evidence.setStatus', (context, store, input) => {
  const needsReason = input.status === 'rejected' || input.status === 'withdrawn';
  if (needsReason && input.reason === null)
    return fail('invalidInput', `Say why the evidence is ${input.status}; the provider reads it.`, 'reason');
  const work = (set: ChangeSet) => {
    const wrong = wrongDay(set, input);
    if (wrong) return wrong;
    const changes: Change[] = [];
    for (const id of input.ids) {
      const moved = move(set, id, input);
      if (!moved.ok) return moved;
      if (moved.value) changes.push(moved.value);
    }
    return ok(changes);
  };
  return change(context, store, input, work, { onBehalf: input.onBehalf });
});

/** A day is stated for an acceptance alone, and for one that has been given. */
function wrongDay({ today }: ChangeSet, { status, acceptedOn }: Move): Result<never> | null {
  if (acceptedOn === undefined) return null;
  if (status !== 'accepted')
    return fail('invalidInput', 'Only an acceptance carries a day of its own; leave the day out.', 'acceptedOn');
  if (acceptedOn <= today) return null;
  const sentence = `An acceptance on ${formatDate(acceptedOn)} lies ahead; state the day on which it was given, today at the latest.`;
  return fail('invalidInput', sentence, 'acceptedOn');
}

interface Move {
  readonly status: EvidenceStatus;
  readonly reason: string | null;
  readonly saw?: Readonly<Record<string, string | null>> | undefined;
  readonly acceptedOn?: CalendarDate | undefined;
}

function move(set: ChangeSet, id: string, { status, reason, saw, acceptedOn }: Move): Result<Change | null> {
  const stored = readRecord(set.db, 'evidence', id);
  if (!stored || stored.removed) return fail('notFound', 'This evidence item is no longer in the store.', id);
  const item = asRecord(stored);
  if (item.status === status) return ok(null);
  const key = evidenceKey(item);
  const seen = saw?.[id];
  if (seen !== undefined && seen !== (item.sha256 ?? null)) {
    const sentence = `Meanwhile the file of ${key} was replaced, so it was not ${status === 'accepted' ? 'accepted' : 'moved'} unread; look at ${item.file ?? 'it'} again, and decide then.`;
    return fail('conflict', sentence, `evidence:${key}`);
  }
  if (!nextStatuses(item.status).includes(status)) {
    const sentence = `${key} is ${item.status ?? 'without a status'} and cannot become ${status} from there; submit it first.`;
    return fail('conflict', sentence, `evidence:${key}`);
  }
  if (acceptedOn !== undefined && item.addedOn && acceptedOn < item.addedOn) {
    const sentence = `${key} was added on ${formatDate(item.addedOn)}, so it cannot have been accepted on ${formatDate(acceptedOn)}; state a later day, or correct the day on which it was added.`;
    return fail('invalidInput', sentence, `evidence:${key}`);
  }
  // The day that the acceptance carries; the history has when it was entered from its own clock.
  const dated = acceptedOn === undefined ? set : { ...set, today: acceptedOn };
  return editRecord(dated, 'evidence', id, { status, statusBy: whoInWords(set.actor), statusReason: reason });
}
