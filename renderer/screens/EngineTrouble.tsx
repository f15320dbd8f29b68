import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api.ts';
import panels from '../components/Panel.module.css';
import { loadStatus, useAppStore } from '../stores/appStore.ts';
import { tellError } from '../stores/notify.tsx';
import { refreshRelease } from '../stores/releaseStore.ts';
import layout from '../styles/layout.module.css';
import texts from '../styles/texts.module.css';
import centres from './centre.module.css';

const words = {
  failed: {
    title: 'The engine keeps stopping',
    sentence: 'The part of the app that reads and writes the store has stopped four times within ten seconds.',
  },
  silent: {
    title: 'The engine does not answer',
    sentence:
      'The part of the app that reads and writes the store has not answered for a minute. It may be at work on something large: this goes away by itself when it answers.',
  },
} as const;

/** Where nothing can be done without the engine: what is safe, and what to do, instead of a window that waits. */
export function EngineTrouble({ engine }: { readonly engine: 'failed' | 'silent' }) {
  const [busy, setBusy] = useState(false);
  const { title, sentence } = words[engine];
  const restart = async () => {
    setBusy(true);
    const restarted = await api.ask('engine.restart', {});
    if (restarted.ok) {
      await loadStatus();
      await refreshRelease(null);
    } else tellError(restarted.error);
    setBusy(false);
  };
  const openOther = async () => {
    const opened = await api.ask('store.openOther', {});
    if (!opened.ok) return tellError(opened.error);
    if (opened.value) await loadStatus();
  };
  return (
    <main className={centres.centre}>
      <div className={`${panels.panel} ${layout.stack}`}>
        <h1 style={{ margin: 0, fontSize: 'var(--text-title)', fontWeight: 650 }}>{title}</h1>
        <p role="alert">{sentence}</p>
        <p>
          <b>Everything that was saved is safe</b>: each change is on the disk before the window shows it as saved. What
          was typed and not saved yet is kept with the record, up to the last pause in typing.
        </p>
        <p className={texts.note}>
          If it stops again, restore a backup or open another store; the log in the app’s data folder says why it
          stopped.
        </p>
        <div className={layout.pills}>
          <Button loading={busy} onClick={() => void restart()} data-autofocus>
            Start the engine again
          </Button>
          <Button variant="default" onClick={() => void openOther()}>
            Open another store…
          </Button>
          {engine === 'silent' ? (
            <Button variant="default" onClick={() => useAppStore.setState({ engine: 'runs' })}>
              Keep waiting
            </Button>
          ) : null}
        </div>
      </div>
    </main>
  );
}
