import { Button, Popover, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/domain/foundation/appError.ts';
import type { EvidenceStatus } from '../../../shared/domain/records/evidence.ts';
import { tellError } from '../../stores/notify.tsx';
import { setEvidenceStatus } from '../../stores/releaseStore.ts';

const verbs: Readonly<Record<EvidenceStatus, string>> = {
  draft: 'Back to draft',
  submitted: 'Submit',
  accepted: 'Accept',
  rejected: 'Reject…',
  withdrawn: 'Withdraw…',
};

interface StatusMovesProps {
  readonly moves: readonly EvidenceStatus[];
  readonly decide: (status: EvidenceStatus, reason: string | null) => Promise<AppError | null>;
}

export async function decideEvidence(
  ids: readonly string[],
  status: EvidenceStatus,
  reason: string | null,
): Promise<AppError | null> {
  const refused = await setEvidenceStatus(ids, status, reason);
  if (refused && reason === null) tellError(refused);
  return refused;
}

/** Where an item can go from here; a refusal and a withdrawal ask why. */
export function StatusMoves({ moves, decide }: StatusMovesProps) {
  return (
    <>
      {moves.map((status) =>
        status === 'rejected' || status === 'withdrawn' ? (
          <WithReason key={status} status={status} decide={decide} />
        ) : (
          <Button
            key={status}
            variant={status === 'accepted' || status === 'submitted' ? 'filled' : 'default'}
            size="compact-xs"
            onClick={() => void decide(status, null)}
          >
            {verbs[status]}
          </Button>
        ),
      )}
    </>
  );
}

function WithReason({
  status,
  decide,
}: {
  readonly status: EvidenceStatus;
  readonly decide: StatusMovesProps['decide'];
}) {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async () => {
    const refused = await decide(status, reason.trim() === '' ? null : reason);
    setError(refused?.message ?? null);
    if (!refused) setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal position="bottom-start">
      <Popover.Target>
        <Button variant="default" size="compact-xs" onClick={() => setOpened(!opened)}>
          {verbs[status]}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="stack">
          <Textarea
            label={status === 'rejected' ? 'Why it is rejected' : 'Why it is withdrawn'}
            description="The provider reads it, and the pack prints it."
            autosize
            minRows={2}
            value={reason}
            error={error}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div>
            <Button size="compact-xs" disabled={reason.trim() === ''} onClick={() => void submit()}>
              {status === 'rejected' ? 'Reject' : 'Withdraw'}
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
