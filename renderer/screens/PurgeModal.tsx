import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { closeModal } from '../stores/modalStore.ts';
import { purgeFile } from '../stores/releaseStore.ts';

/** Taking out a wrongly attached file cannot be undone, so it asks for the reason, which stays in the history. */
export function PurgeModal({ id }: { readonly id: string }) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refused = await purgeFile(id, reason);
    if (refused) setError(refused.message);
    else closeModal();
  };
  return (
    <Modal opened onClose={closeModal} title="Take the file out for good" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <p className="note">
          For a file that should never have been attached. Its content leaves this store for good; its SHA-256 and your
          reason stay in the history. Copies already sent in packs or backups are not reached.
        </p>
        <Textarea
          label="Why"
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={error}
          data-autofocus
        />
        <div>
          <Button type="submit" color="red">
            Take out
          </Button>
        </div>
      </form>
    </Modal>
  );
}
