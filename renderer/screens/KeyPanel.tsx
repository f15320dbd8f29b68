import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MainInput, MainOutput } from '../../shared/contract/windowMethods.ts';
import { api } from '../api.ts';
import { Panel } from '../components/Panel.tsx';
import { tellError } from '../stores/notify.tsx';
import { useMainAnswer } from '../stores/useEngineAnswer.ts';
import layout from '../styles/layout.module.css';

type KeyState = MainOutput<'store.keyState'>;
type To = MainInput<'store.moveKey'>['to'];

/** Where the private key is that signs bundles, submissions and finals, and where else it can be. */
export function KeyPanel() {
  const [moved, setMoved] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const { answer } = useMainAnswer('store.keyState', {}, { also: moved, keepsLast: true });
  if (!answer || answer.place === 'none') return null;
  const move = async (to: To) => {
    const done = await api.ask('store.moveKey', { to });
    if (!done.ok) tellError(done.error);
    setMoved((times) => times + 1);
  };
  const next = nextOf(answer);
  const begin = () => {
    setAsking(false);
    void move('new');
  };
  return (
    <Panel title="Key of this store" note="signs bundles, submissions and finals">
      <div className={layout.stack}>
        <p>{whereInWords(answer)}</p>
        {isAsking ? (
          <>
            <p>
              The one that cannot be used is put aside in the store’s folder, and your colleagues confirm the new one.
            </p>
            <div className={layout.toolbar}>
              <Button size="compact-xs" onClick={begin}>
                Make the new key
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setAsking(false)}>
                Leave it
              </Button>
            </div>
          </>
        ) : null}
        {next && !isAsking ? (
          <div>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => (next.to === 'new' ? setAsking(true) : void move(next.to))}
            >
              {next.label}
            </Button>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

function whereInWords({ place, keychain }: KeyState): string {
  if (place === 'damaged')
    return 'Its file in the store’s folder (private.key) is damaged, or may not be read: nothing can be signed here. Put the file back from a copy of that folder, or begin with a new key, which your colleagues have to confirm again.';
  if (place === 'outOfReach')
    return 'It is in the keychain of another account or machine, or in one that is locked: nothing can be signed here. Unlock it and start the app again. A new key is one that your colleagues have to confirm again.';
  if (place === 'keychain')
    return 'It is in the system’s keychain, so that a copy of the disk is without it. A terminal cannot reach it: what is signed is signed in this window.';
  const inFile = 'It is in a file of the store’s folder, for your account alone, and in no backup.';
  if (keychain === null) return `${inFile} This system has no keychain that could keep it.`;
  return `${inFile} Kept by ${keychain} instead, it would not be on a copied disk, and a terminal could sign nothing.`;
}

function nextOf({ place, keychain }: KeyState): { readonly label: string; readonly to: To } | null {
  if (place === 'outOfReach' || place === 'damaged') return { label: 'Begin with a new key…', to: 'new' };
  if (place === 'keychain') return { label: 'Move it back to its file', to: 'file' };
  return place === 'file' && keychain !== null ? { label: 'Move it to the keychain', to: 'keychain' } : null;
}
