import { Button, Checkbox } from '@mantine/core';
import type { ExchangeStatus } from '../../../shared/contract/exchange.ts';
import { ActionButton, alreadyAtIt } from '../../components/ActionButton.tsx';
import { Panel } from '../../components/Panel.tsx';
import { arrangeSharing, chooseShared, stopSharing, syncNow, useExchangeStore } from '../../stores/exchangeStore.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { momentInWords } from './exchangeWords.ts';

/** A folder that both sides reach: each puts its own bundles there and reads the other's. */
export function SharedFolderPanel({ status }: { readonly status: ExchangeStatus }) {
  const open = useReleaseStore((state) => state.open);
  const busy = useExchangeStore((state) => state.busy);
  const { sharing } = status;
  if (!sharing)
    return (
      <Panel title="Shared folder">
        <div className={layout.stack}>
          <p className={texts.note}>
            Where both sides reach one folder, bundles can go over by themselves. They are signed and not protected by a
            passphrase, so choose a folder that only your two companies can read.
          </p>
          <div>
            <Button variant="default" onClick={() => void chooseShared()}>
              Choose a shared folder…
            </Button>
          </div>
        </div>
      </Panel>
    );
  const isShared = open !== null && sharing.releases.includes(open.id);
  const share = (wanted: boolean) => {
    if (!open) return;
    const others = sharing.releases.filter((id) => id !== open.id);
    void arrangeSharing(sharing.automatic, wanted ? [...others, open.id] : others);
  };
  return (
    <Panel title="Shared folder" note={sharing.name}>
      <div className={layout.stack}>
        {sharing.problem ? (
          <p className={texts.about} role="alert">
            {sharing.problem}
          </p>
        ) : null}
        {open ? (
          <Checkbox
            label={`${open.facts.release.name} goes there`}
            checked={isShared}
            onChange={(event) => share(event.currentTarget.checked)}
          />
        ) : null}
        <Checkbox
          label="By itself, every half minute while the app is open"
          description="What is not its sender’s to change, or comes from a key that nobody vouches for, waits for you; conflicts stay open until one of you settles them."
          checked={sharing.automatic}
          onChange={(event) => void arrangeSharing(event.currentTarget.checked, sharing.releases)}
        />
        <div className={layout.toolbar}>
          <ActionButton variant="default" why={busy ? alreadyAtIt : null} onClick={() => void syncNow()}>
            Sync now
          </ActionButton>
          <Button variant="subtle" onClick={() => void stopSharing()}>
            Stop sharing
          </Button>
        </div>
        <p className={texts.note}>{sharing.lastSync ? `Last ${momentInWords(sharing.lastSync)}.` : 'Not used yet.'}</p>
      </div>
    </Panel>
  );
}
