import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { restoredInWords } from '../../shared/contract/restoredInWords.ts';
import type { Restored, StoreStatus } from '../../shared/contract/store.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { api, call } from '../api.ts';
import panels from '../components/Panel.module.css';
import { loadStatus } from '../stores/appStore.ts';
import { tellDone, tellError } from '../stores/notify.tsx';
import layout from '../styles/layout.module.css';
import lists from '../styles/lists.module.css';
import texts from '../styles/texts.module.css';
import centres from './centre.module.css';

interface StoreTroubleProps {
  readonly status: StoreStatus;
  readonly problem: { readonly kind: string; readonly message: string };
}

/** A store that cannot be opened is a plain choice, never a crash. */
export function StoreTrouble({ status, problem }: StoreTroubleProps) {
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const restoreOwn = async (name: string, evenSo = false): Promise<void> =>
    settle(await call('store.restoreOwn', { name, evenSo }), `Restored ${name}.`, () => restoreOwn(name, true));
  const restoreFile = async (evenSo = false): Promise<void> =>
    settle(await api.ask('store.restoreFile', { evenSo }), 'Restored the backup.', () => restoreFile(true));
  /** A sound backup whose facts differ from its history is a question, for it may be all that there is. */
  const settle = async (result: Result<Restored | null, AppError>, sentence: string, again: () => Promise<void>) => {
    setDoubt(null);
    if (!result.ok && result.error.kind === 'factsDiffer') setDoubt({ message: result.error.message, again });
    else await after(result, result.ok && result.value ? [sentence, ...toKnow(result.value)].join(' ') : null);
  };
  const openOther = async () => after(await api.ask('store.openOther', {}), null);
  const putAside = status.backups.filter((backup) => backup.putAside);
  return (
    <main className={centres.centre}>
      <div className={`${panels.panel} ${layout.stack}`}>
        <h1 style={{ margin: 0, fontSize: 'var(--text-title)', fontWeight: 650 }}>This store cannot be opened</h1>
        <p role="alert">{problem.message}</p>
        <p className={texts.note}>Nothing was changed. A restore keeps the present file beside the store.</p>
        {doubt ? <DoubtQuestion doubt={doubt} onClose={() => setDoubt(null)} /> : null}
        {problem.kind === 'storeCorrupt' || problem.kind === 'storeNewer' ? (
          <section aria-label="What can be had" className={layout.stack}>
            <p>{filesSentence(status.files)}</p>
            <Candidates
              title="Backups of this store"
              none="There are none in its folder; one that was made elsewhere can be restored below."
              backups={status.backups.filter((backup) => !backup.putAside)}
              onRestore={restoreOwn}
            />
            {putAside.length > 0 ? (
              <Candidates
                title="Former databases that a restore kept"
                none=""
                backups={putAside}
                onRestore={restoreOwn}
              />
            ) : null}
          </section>
        ) : null}
        <div className={layout.pills}>
          <Button variant="default" onClick={() => void restoreFile()}>
            Restore a backup file…
          </Button>
          <Button variant="default" onClick={() => void openOther()}>
            Open another store…
          </Button>
          <Button onClick={() => void loadStatus()}>Try again</Button>
        </div>
      </div>
    </main>
  );
}

/** What speaks against a backup, and how to restore it in spite of that. */
interface Doubt {
  readonly message: string;
  readonly again: () => Promise<void>;
}

function DoubtQuestion({ doubt, onClose }: { readonly doubt: Doubt; readonly onClose: () => void }) {
  return (
    <Alert color="orange" title="Restore it even so?" role="alertdialog" aria-label="Restore it even so?">
      <p>{doubt.message}</p>
      <div className={layout.pills}>
        <Button variant="default" onClick={() => void doubt.again()}>
          Restore it even so
        </Button>
        <Button onClick={onClose}>Keep looking</Button>
      </div>
    </Alert>
  );
}

interface CandidatesProps {
  readonly title: string;
  readonly none: string;
  readonly backups: StoreStatus['backups'];
  readonly onRestore: (name: string) => Promise<void>;
}

function Candidates({ title, none, backups, onRestore }: CandidatesProps) {
  return (
    <div>
      <b>{title}</b>
      {backups.length === 0 ? <p className={texts.note}>{none}</p> : null}
      <ul className={lists.quiet}>
        {backups.map(({ name, madeAt, bytes }) => (
          <li key={name}>
            <Button size="compact-xs" variant="default" onClick={() => void onRestore(name)}>
              Restore {name}
            </Button>{' '}
            <span className={texts.note}>
              made {new Date(madeAt).toLocaleString('en-GB')}, {Math.ceil(bytes / 1024)} kB
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function toKnow(restored: Restored): readonly string[] {
  const { missingFiles } = restored;
  const missing =
    missingFiles === 0 ? [] : [`${countOf(missingFiles, 'file')} of it ${missingFiles === 1 ? 'is' : 'are'} missing.`];
  return [...missing, ...restoredInWords(restored)];
}

function filesSentence(files: number): string {
  if (files === 0) return 'No evidence files or packs lie in its folder.';
  return files === 1
    ? '1 file (evidence or a pack) is still in its folder and stays there.'
    : `${files} files (evidence and packs) are still in its folder and stay there.`;
}

async function after(result: Result<unknown, AppError>, sentence: string | null): Promise<void> {
  if (!result.ok) return tellError(result.error);
  if (result.value === null) return;
  if (sentence) tellDone(sentence);
  await loadStatus();
}
