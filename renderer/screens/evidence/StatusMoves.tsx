import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/domain/foundation/appError.ts';
import type { Evidence, EvidenceStatus } from '../../../shared/domain/records/evidence.ts';
import { useIsOnBehalf } from '../../fields/behalf.ts';
import { useRole } from '../../stores/appStore.ts';
import { setEvidenceStatus } from '../../stores/evidenceWrites.ts';
import { tellDone, tellError } from '../../stores/notify.tsx';
import { AcceptedEarlier } from './AcceptedEarlier.tsx';
import { AskFirst } from './AskFirst.tsx';
import { evidenceMoves, keepAcceptance } from './evidenceMoves.ts';

const verbs: Readonly<Record<EvidenceStatus, string>> = {
  draft: 'Back to draft',
  submitted: 'Submit',
  accepted: 'Accept',
  rejected: 'Reject…',
  withdrawn: 'Withdraw…',
};

interface StatusMovesProps {
  readonly items: readonly Evidence[];
}

/** Moves evidence on; what takes an acceptance back asks first. */
export function moveEvidence(items: readonly Evidence[], status: EvidenceStatus, onBehalf: boolean): void {
  if (status === 'submitted') keepAcceptance(items, 'submit', () => void move(items, status, onBehalf));
  else void move(items, status, onBehalf);
}

async function move(items: readonly Evidence[], status: EvidenceStatus, onBehalf: boolean): Promise<void> {
  const refused = await decide(items, status, null, onBehalf);
  if (refused) return tellError(refused);
  const { length } = items.filter((item) => item.status === 'accepted');
  if (length > 0) tellDone(`${length === 1 ? 'The acceptance was' : `${length} acceptances were`} taken back.`, 'undo');
}

function decide(
  items: readonly Evidence[],
  status: EvidenceStatus,
  reason: string | null,
  onBehalf: boolean,
): Promise<AppError | null> {
  return setEvidenceStatus(
    items.flatMap((item) => item.id ?? []),
    status,
    reason,
    onBehalf,
  );
}

/** Where items can go from here by this person's hand; a refusal and a withdrawal ask why. */
export function StatusMoves({ items }: StatusMovesProps) {
  const role = useRole();
  const isOnBehalf = useIsOnBehalf();
  const { moves, primary } = evidenceMoves(items, role, isOnBehalf);
  const isAccepted = items.some((item) => item.status === 'accepted');
  return (
    <>
      {moves.map((status) =>
        status === 'rejected' || status === 'withdrawn' ? (
          <WithReason key={status} status={status} items={items} />
        ) : (
          <Button
            key={status}
            variant={status === primary ? 'filled' : 'default'}
            size="compact-xs"
            onClick={() => moveEvidence(items, status, isOnBehalf)}
          >
            {status === 'submitted' && isAccepted ? 'Submit again…' : verbs[status]}
          </Button>
        ),
      )}
      {moves.includes('accepted') ? <AcceptedEarlier items={items} /> : null}
    </>
  );
}

function WithReason({ status, items }: { readonly status: 'rejected' | 'withdrawn' } & StatusMovesProps) {
  const isOnBehalf = useIsOnBehalf();
  const [reason, setReason] = useState('');
  const isEmpty = reason.trim() === '';
  return (
    <AskFirst
      button={verbs[status]}
      verb={status === 'rejected' ? 'Reject' : 'Withdraw'}
      step={isEmpty ? 'Say first why; the provider reads it.' : () => decide(items, status, reason, isOnBehalf)}
    >
      {(refused) => (
        <Textarea
          label={status === 'rejected' ? 'Why it is rejected' : 'Why it is withdrawn'}
          description="The provider reads it, and the pack prints it."
          autosize
          minRows={2}
          value={reason}
          error={refused}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </AskFirst>
  );
}
