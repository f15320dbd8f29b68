import { Checkbox, PasswordInput, Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ExchangeStatus } from '../../../shared/contract/exchange.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { useRole } from '../../stores/appStore.ts';
import { sendBundle } from '../../stores/exchangeStore.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { capital, momentInWords, otherSide } from './exchangeWords.ts';

const everybody = 'everybody';

/** What the other side lacks, as one file to send however the two companies like. */
export function SendPanel({ status }: { readonly status: ExchangeStatus }) {
  const name = useReleaseStore((state) => state.open?.facts.release.name ?? null);
  const isViewer = useRole() === 'viewer';
  const [passphrase, setPassphrase] = useState('');
  const [full, setFull] = useState(false);
  const [reader, setReader] = useState(everybody);
  const [done, setDone] = useState<string | null>(null);
  const to = otherSide(status.side);
  const readers = status.peers.filter((peer) => peer.storeId !== null && peer.forgottenOn === null);
  const lastSent = status.peers
    .map((peer) => peer.lastSent)
    .filter((at) => at !== null)
    .sort()
    .at(-1);
  const send = async (receipt: boolean) => {
    const only = readers.some(({ fingerprint }) => fingerprint === reader) ? reader : null;
    const what = { receipt, full: full && !receipt, to: only };
    const wrote = await sendBundle(what, passphrase === '' ? null : passphrase);
    if (wrote) setDone(wrote);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  if (name === null)
    return (
      <Panel title="Send">
        <Empty title="No release is open">Open a release to send it, or receive one.</Empty>
      </Panel>
    );
  return (
    <Panel title={`Send to ${to}`}>
      <form className={layout.stack} onSubmit={submit}>
        <p>
          One file with everything of <b>{name}</b> that {to} lacks, evidence too. Send it as you like; nothing changes
          here.
        </p>
        {readers.length > 1 ? (
          <Select
            label="For"
            description="One reader gets what they lack; everybody, what any of them lacks."
            data={[
              { value: everybody, label: 'Everybody who exchanges this release' },
              ...readers.map(({ fingerprint, name: who, organisation }) => ({
                value: fingerprint,
                label: organisation ? `${who}, ${organisation}` : who,
              })),
            ]}
            value={reader}
            onChange={(value) => setReader(value ?? everybody)}
            allowDeselect={false}
          />
        ) : null}
        <PasswordInput
          label="Passphrase"
          description="Optional. Tell it by telephone, not beside the file."
          value={passphrase}
          autoComplete="off"
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Checkbox
          label="Everything, for a reader who is new or was restored"
          checked={full}
          onChange={(event) => setFull(event.currentTarget.checked)}
        />
        <div className={layout.toolbar}>
          <ActionButton
            type="submit"
            why={isViewer ? 'A viewer sends nothing; choose another role in your profile.' : null}
          >
            {capital(`send to ${to}…`)}
          </ActionButton>
          <ActionButton
            variant="default"
            why={isViewer ? 'A viewer sends nothing; choose another role in your profile.' : null}
            onClick={() => void send(true)}
          >
            Send a receipt…
          </ActionButton>
        </div>
        {isViewer ? <p className={texts.note}>A viewer sends nothing; choose another role in your profile.</p> : null}
        {done ? (
          <p role="status">
            <b>{done}</b>
          </p>
        ) : null}
        <p className={texts.note}>
          {lastSent ? `Last written ${momentInWords(lastSent)}. ` : ''}A receipt says what arrived here, so that the
          next bundle is small.
        </p>
      </form>
    </Panel>
  );
}
