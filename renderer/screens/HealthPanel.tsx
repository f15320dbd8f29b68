import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import { api } from '../api.ts';
import { Panel } from '../components/Panel.tsx';
import { backUpStore, checkStore, useHealthStore } from '../stores/healthStore.ts';
import { tellError } from '../stores/notify.tsx';
import { useEngineAnswer } from '../stores/useEngineAnswer.ts';
import lists from '../styles/lists.module.css';

type Health = OutputOf<'store.health'>;

const gigabyte = 1024 ** 3;
/** Below this a backup or a pack may not fit any more. */
const little = 2 * gigabyte;

/** How the store is looked after: the last whole backup, the last look at everything, and the disk; one click for each. */
export function HealthPanel() {
  const { done, working, problems } = useHealthStore();
  const health = useEngineAnswer('store.health', {}, { also: done });
  if (!health) return null;
  const showFolder = async () => {
    const shown = await api.ask('store.showFolder', {});
    if (!shown.ok) tellError(shown.error);
  };
  return (
    <Panel title="Health of this store" note="looked at in the background, while you work">
      <ul className={lists.quiet}>
        <Line name="Whole backup" text={backupWords(health)} isWell={health.lastBackup?.lost === 0}>
          <Button
            size="compact-xs"
            variant="default"
            loading={working === 'backup'}
            disabled={working !== null}
            onClick={() => void backUpStore()}
          >
            Back up now…
          </Button>
        </Line>
        <Line name="Full check" text={checkWords(health)} isWell={health.lastCheck?.problems === 0}>
          <Button
            size="compact-xs"
            variant="default"
            loading={working === 'check'}
            disabled={working !== null}
            onClick={() => void checkStore()}
          >
            Check now
          </Button>
        </Line>
        <Line name="Disk" text={diskWords(health)} isWell={health.freeBytes >= little}>
          <Button size="compact-xs" variant="default" onClick={() => void showFolder()}>
            Show the folder
          </Button>
        </Line>
      </ul>
      {problems.length > 0 ? (
        <section role="alert" aria-label="What was found">
          <b>{problems.length === 1 ? '1 problem' : `${problems.length} problems`}</b>
          <ul>
            {problems.slice(0, 20).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </Panel>
  );
}

interface LineProps {
  readonly name: string;
  readonly text: string;
  readonly isWell: boolean;
  readonly children: ReactNode;
}

function Line({ name, text, isWell, children }: LineProps) {
  return (
    <li style={{ display: 'flex', gap: 8, alignItems: 'baseline', padding: '4px 0' }}>
      <span aria-hidden="true">{isWell ? '✓' : '!'}</span>
      <span style={{ flex: 1 }}>
        <b>{name}</b>: {text}
      </span>
      {children}
    </li>
  );
}

const when = (at: string) => new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });

function backupWords({ lastBackup, lastCopy }: Health): string {
  const copy = lastCopy ? ` The last copy of the database in its own folder is of ${when(lastCopy.at)}.` : '';
  if (!lastBackup) return `never made; a copy in another place survives a lost disk.${copy}`;
  const lost = lastBackup.lost === 0 ? 'verified' : `without ${lastBackup.lost} files that were lost`;
  return `${when(lastBackup.at)}, ${lost}.${copy}`;
}

function checkWords({ lastCheck }: Health): string {
  if (!lastCheck) return 'never made.';
  const { at, problems } = lastCheck;
  if (problems === 0) return `${when(at)}, sound.`;
  return `${when(at)}, ${problems === 1 ? '1 problem' : `${problems} problems`} found.`;
}

function diskWords({ freeBytes }: Health): string {
  const left = `${(freeBytes / gigabyte).toFixed(1)} GB left`;
  return freeBytes >= little ? `${left}.` : `${left}; free some space soon.`;
}
