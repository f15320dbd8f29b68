import { Button } from '@mantine/core';
import type { StoreStatus } from '../../shared/contract/storeMethods.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { api, call } from '../api.ts';
import { loadStatus } from '../stores/appStore.ts';
import { tellDone, tellError } from '../stores/notify.tsx';

interface StoreTroubleProps {
  readonly status: StoreStatus;
  readonly problem: { readonly kind: string; readonly message: string };
}

/** A store that cannot be opened is a plain choice, never a crash. */
export function StoreTrouble({ status, problem }: StoreTroubleProps) {
  const restoreOwn = async (name: string) => after(await call('store.restoreOwn', { name }), `Restored ${name}.`);
  const restoreFile = async () => after(await api.ask('store.restoreFile', {}), 'Restored the backup.');
  const openOther = async () => after(await api.ask('store.openOther', {}), null);
  return (
    <main className="centre">
      <div className="panel stack">
        <h1 style={{ margin: 0, fontSize: 'var(--text-title)', fontWeight: 650 }}>This store cannot be opened</h1>
        <p role="alert">{problem.message}</p>
        <p className="note">Nothing was changed. A restore keeps the present file beside the store.</p>
        {problem.kind === 'storeCorrupt' || problem.kind === 'storeNewer' ? (
          <section aria-label="Backups">
            <b>Backups of this store</b>
            {status.backups.length === 0 ? <p className="note">There are none in its folder.</p> : null}
            <ul className="quiet-list">
              {status.backups.map((backup) => (
                <li key={backup.name}>
                  <Button size="compact-xs" variant="default" onClick={() => void restoreOwn(backup.name)}>
                    Restore {backup.name}
                  </Button>{' '}
                  <span className="note">
                    made {new Date(backup.madeAt).toLocaleString('en-GB')}, {Math.ceil(backup.bytes / 1024)} kB
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <div className="pills">
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

async function after(result: Result<unknown, AppError>, sentence: string | null): Promise<void> {
  if (!result.ok) return tellError(result.error);
  if (result.value === null) return;
  if (sentence) tellDone(sentence);
  await loadStatus();
}
