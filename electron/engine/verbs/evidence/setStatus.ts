import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { whoInWords } from '../../../../shared/domain/records/acceptance.ts';
import { type EvidenceStatus, evidenceKey, nextStatuses } from '../../../../shared/domain/records/evidence.ts';
import { asRecord, readRecord } from '../../../store/records.ts';
import { type Change, type ChangeSet, editRecord } from '../../changes.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** Moves evidence along its life, with who decided; a refusal and a withdrawal say why. All of it, or nothing. */
export const evidenceSetStatus = storeVerb('evidence.setStatus', (context, store, input) => {
  const needsReason = input.status === 'rejected' || input.status === 'withdrawn';
  if (needsReason && input.reason === null)
    return fail('invalidInput', `Say why the evidence is ${input.status}; the provider reads it.`, 'reason');
  const work = (set: ChangeSet) => {
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

interface Move {
  readonly status: EvidenceStatus;
  readonly reason: string | null;
  readonly saw?: Readonly<Record<string, string | null>> | undefined;
}

function move(set: ChangeSet, id: string, { status, reason, saw }: Move): Result<Change | null> {
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
  return editRecord(set, 'evidence', id, { status, statusBy: whoInWords(set.actor), statusReason: reason });
}
