import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../components/Dialog.tsx';
import { useAppStore } from '../stores/appStore.ts';
import { closeModal } from '../stores/modalStore.ts';
import { removeRelease } from '../stores/removeRelease.ts';
import layout from '../styles/layout.module.css';
import texts from '../styles/texts.module.css';

/** A release that should not be there: removed as a whole, and brought back as a whole by taking that back. */
export function RemoveReleaseModal({ id }: { readonly id: string }) {
  const release = useAppStore((state) => state.releases.find((one) => one.id === id) ?? null);
  const [error, setError] = useState<string | null>(null);
  const remove = async () => {
    const refused = await removeRelease(id);
    if (refused) setError(refused.message);
    else closeModal();
  };
  return (
    <Dialog title={`Remove ${release?.name ?? 'this release'}`}>
      <div className={layout.stack}>
        <p className={texts.note}>
          For a release that was begun by mistake. It leaves this store with everything that was recorded for it; the
          history keeps it, and Ctrl+Z brings it back. One that is over is better archived.
        </p>
        {error ? (
          <p role="alert" className={texts.error}>
            {error}
          </p>
        ) : null}
        <div className={layout.pills}>
          <Button color="red" onClick={() => void remove()}>
            Remove it
          </Button>
          <Button variant="default" onClick={closeModal} data-autofocus>
            Keep it
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
