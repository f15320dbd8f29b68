import { Button, Loader, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ExchangeStatus } from '../../../shared/contract/exchange.ts';
import { ActionButton, alreadyAtIt } from '../../components/ActionButton.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import {
  applyBundle,
  chooseBundle,
  givePassphrase,
  putAside,
  receiveWaiting,
  useExchangeStore,
} from '../../stores/exchangeStore.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { otherSide } from './exchangeWords.ts';

/** Where bundles come in: chosen, dropped anywhere, or waiting in the shared folder. */
export function ReceivePanel({ status }: { readonly status: ExchangeStatus }) {
  const { file, inspected, busy, problem, asksPassphrase } = useExchangeStore();
  const waiting = status.sharing?.waiting ?? [];
  return (
    <Panel title={`Receive from ${otherSide(status.side)}`}>
      <div className={layout.stack}>
        <div className={layout.toolbar}>
          <Button variant={inspected ? 'default' : 'filled'} onClick={() => void chooseBundle()}>
            Receive…
          </Button>
          <span className={texts.note}>
            or drop a .golive file anywhere. You see what is in it before anything changes.
          </span>
        </div>
        {file && !inspected ? (
          <>
            <p>
              <b>{file.name}</b> {busy ? <Loader size="xs" aria-label="Reading the bundle" /> : null}
            </p>
            {problem ? (
              <p className={texts.about} role="alert">
                {problem}
              </p>
            ) : null}
            {asksPassphrase ? <AskPassphrase /> : null}
            {problem && !asksPassphrase ? (
              <div>
                <Button variant="default" onClick={putAside}>
                  Put aside
                </Button>
              </div>
            ) : null}
          </>
        ) : null}
        {file || waiting.length > 0 || status.peers.length > 0 ? null : (
          <Empty title="Nothing has come yet">
            A bundle is one file that the other side sends as it likes. It is shown here in words: who made it, what it
            adds and changes, and where both sides wrote the same field.
          </Empty>
        )}
        {waiting.length > 0 ? (
          <section aria-label="Received in the shared folder">
            <h3 className={texts.day}>In the shared folder</h3>
            <ul className={lists.quiet}>
              {waiting.map((bundle) => (
                <li key={bundle.name}>
                  <b>{bundle.from ?? bundle.name}</b> {bundle.release ? `· ${bundle.release}` : null}
                  <div className={texts.note}>{bundle.sentence}</div>
                  {bundle.from ? (
                    <Button
                      variant="default"
                      size="compact-xs"
                      aria-label={`Look at it… (from ${bundle.from})`}
                      onClick={() => void receiveWaiting(bundle.name)}
                    >
                      Look at it…
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Panel>
  );
}

function AskPassphrase() {
  const [passphrase, setPassphrase] = useState('');
  const busy = useExchangeStore((state) => state.busy);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') void givePassphrase(passphrase);
  };
  return (
    <form className={layout.stack} onSubmit={submit}>
      <PasswordInput
        label="Passphrase of this bundle"
        description="Its sender chose it."
        autoFocus
        autoComplete="off"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <div className={layout.toolbar}>
        <ActionButton
          type="submit"
          why={busy ? alreadyAtIt : passphrase === '' ? 'Type first the passphrase of this bundle.' : null}
        >
          Open
        </ActionButton>
        <Button variant="default" onClick={putAside}>
          Put aside
        </Button>
      </div>
    </form>
  );
}

/** What to do with the bundle that is looked at. */
export function BundleDecision({ isRefused, isReceipt }: { readonly isRefused: boolean; readonly isReceipt: boolean }) {
  const busy = useExchangeStore((state) => state.busy);
  return (
    <div className={layout.toolbar}>
      <ActionButton
        why={
          busy ? alreadyAtIt : isRefused ? 'Something of it is refused, as said above; nothing is taken then.' : null
        }
        onClick={() => void applyBundle()}
      >
        {isReceipt ? 'Note it' : 'Apply'}
      </ActionButton>
      <Button variant="default" onClick={putAside}>
        Put aside
      </Button>
      <span className={texts.note}>
        {isReceipt
          ? 'It changes nothing here.'
          : 'All of it or nothing; a backup comes first, and it can be taken back.'}
      </span>
    </div>
  );
}
