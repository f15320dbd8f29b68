import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import type { MainOutput } from '../../shared/contract/windowMethods.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { api } from '../api.ts';
import { ActionButton, alreadyAtIt } from '../components/ActionButton.tsx';
import { Panel } from '../components/Panel.tsx';
import {
  backUpStore,
  checkStore,
  chooseElsewhere,
  copyDiagnostics,
  stopElsewhere,
  tryRestore,
  useHealthStore,
} from '../stores/healthStore.ts';
import { tellError } from '../stores/notify.tsx';
import { useEngineAnswer, useMainAnswer } from '../stores/useEngineAnswer.ts';
import lists from '../styles/lists.module.css';

type Health = OutputOf<'store.health'>;
type Info = MainOutput<'app.info'>;

const gigabyte = 1024 ** 3;
/** Below this a backup or a pack may not fit any more. */
const little = 2 * gigabyte;

/** How the store is looked after: the last whole backup, the last look at everything, and the disk; one click for each. */
export function HealthPanel() {
  const { done, working, problems } = useHealthStore();
  const health = useEngineAnswer('store.health', {}, { also: done });
  const { answer: info } = useMainAnswer('app.info', {});
  if (!health) return null;
  const { elsewhere } = health;
  const showFolder = async () => {
    const shown = await api.ask('store.showFolder', {});
    if (!shown.ok) tellError(shown.error);
  };
  return (
    <Panel title="Health of this store" note="looked at in the background, while you work">
      <ul className={lists.quiet}>
        <Line name="Whole backup" text={backupWords(health)} isWell={health.lastBackup?.lost === 0}>
          <ActionButton
            size="compact-xs"
            variant="default"
            loading={working === 'backup'}
            why={working === null ? null : alreadyAtIt}
            onClick={() => void backUpStore()}
          >
            Back up now…
          </ActionButton>
        </Line>
        <Line name="Full check" text={checkWords(health)} isWell={health.lastCheck?.problems === 0}>
          <ActionButton
            size="compact-xs"
            variant="default"
            loading={working === 'check'}
            why={working === null ? null : alreadyAtIt}
            onClick={() => void checkStore()}
          >
            Check now
          </ActionButton>
        </Line>
        <Line name="Second folder" text={elsewhereWords(health)} isWell={isKept(health)}>
          {elsewhere === null ? null : (
            <ActionButton
              size="compact-xs"
              variant="subtle"
              why={working === null ? null : alreadyAtIt}
              onClick={() => void stopElsewhere()}
            >
              Stop
            </ActionButton>
          )}
          <ActionButton
            size="compact-xs"
            variant="default"
            loading={working === 'elsewhere'}
            why={working === null ? null : alreadyAtIt}
            onClick={() => void chooseElsewhere()}
          >
            {elsewhere === null ? 'Choose a folder…' : 'Another folder…'}
          </ActionButton>
        </Line>
        {elsewhere === null ? null : (
          <Line name="Restore tried out" text={testWords(health)} isWell={elsewhere.tested?.problems.length === 0}>
            <ActionButton
              size="compact-xs"
              variant="default"
              why={working === null ? null : alreadyAtIt}
              onClick={() => void tryRestore()}
            >
              Try it now
            </ActionButton>
          </Line>
        )}
        {health.keyProblem === null ? null : <Line name="Key" text={health.keyProblem} isWell={false} />}
        <Line name="Disk" text={diskWords(health)} isWell={health.freeBytes >= little}>
          <Button size="compact-xs" variant="default" onClick={() => void showFolder()}>
            Show the folder
          </Button>
        </Line>
        {info ? (
          <Line name="Versions" text={versionWords(health, info)} isWell>
            <Button size="compact-xs" variant="default" onClick={() => void copyDiagnostics()}>
              Copy diagnostics
            </Button>
          </Line>
        ) : null}
      </ul>
      {problems.length > 0 ? (
        <section role="alert" aria-label="What was found">
          <b>{countOf(problems.length, 'problem')}</b>
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
  readonly children?: ReactNode;
}

function Line({ name, text, isWell, children }: LineProps) {
  return (
    <li style={{ display: 'flex', gap: 8, alignItems: 'baseline', padding: '4px 0' }}>
      <span aria-hidden="true" style={{ width: 12, fontWeight: 600, color: isWell ? 'var(--met)' : 'var(--short)' }}>
        {isWell ? '✓' : '!'}
      </span>
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
  const lost =
    lastBackup.lost === 0 ? 'verified' : `without ${countOf(lastBackup.lost, 'file')} that this store had lost`;
  return `${when(lastBackup.at)}, ${lost}.${copy}`;
}

function checkWords({ lastCheck }: Health): string {
  if (!lastCheck) return 'never made.';
  const { at, problems } = lastCheck;
  if (problems === 0) return `${when(at)}, sound.`;
  return `${when(at)}, ${countOf(problems, 'problem')} found.`;
}

function diskWords({ freeBytes }: Health): string {
  const left = `${(freeBytes / gigabyte).toFixed(1)} GB left`;
  return freeBytes >= little ? `${left}.` : `${left}; free some space soon.`;
}

function isKept({ elsewhere }: Health): boolean {
  return elsewhere?.last?.lost === 0 && elsewhere.problem === null;
}

function elsewhereWords({ elsewhere }: Health): string {
  if (!elsewhere) return 'none chosen; a daily backup on another disk survives the loss of this one.';
  const { name, last, problem } = elsewhere;
  const lost = last && last.lost > 0 ? `, without ${countOf(last.lost, 'file')} that this store had lost` : '';
  const made = last ? `last backup ${when(last.at)}${lost}.` : 'no backup yet.';
  return `${name}, ${made}${problem === null ? '' : ` ${problem}`}`;
}

function testWords({ elsewhere }: Health): string {
  if (!elsewhere?.tested) return 'not yet; it is done once a year in the background.';
  const { at, problems } = elsewhere.tested;
  return problems.length === 0 ? `${when(at)}, sound.` : `${when(at)}: ${problems.join(' ')}`;
}

function versionWords({ storeVersion }: Health, { version, versions }: Info): string {
  const parts = Object.entries(versions).map(([name, each]) => `${name} ${each}`);
  return `SEC Go-Live ${version}, store ${storeVersion}; ${parts.join(', ')}.`;
}
