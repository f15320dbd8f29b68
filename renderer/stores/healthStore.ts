import { create } from 'zustand';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { api } from '../api.ts';
import { copyText } from './copyText.ts';
import { tellDone, tellError } from './notify.tsx';

type Work = 'check' | 'backup' | 'elsewhere';

interface HealthState {
  /** How often something was looked at or backed up here, so that what is shown of it is read anew. */
  readonly done: number;
  readonly working: Work | null;
  readonly problems: readonly string[];
}

export const useHealthStore = create<HealthState>(() => ({ done: 0, working: null, problems: [] }));

/** Looks at the whole store: database, history, facts and every file. */
export function checkStore(): Promise<void> {
  return run('check', api.ask('store.checkNow', {}), (checked) => {
    useHealthStore.setState({ problems: checked.problems.map(({ sentence }) => sentence) });
    if (checked.ok) tellDone('The store is sound: database, history, facts and every file.');
  });
}

/** Writes the whole store to a place that the person chooses. */
export function backUpStore(): Promise<void> {
  return run('backup', api.ask('store.backupNow', {}), (made) => {
    if (made === null) return;
    if (made.lost === 0) tellDone(`Wrote ${made.name} and its files; each was read again and is sound.`);
    else
      useHealthStore.setState({
        problems: [
          `${made.name} was written without ${countOf(made.lost, 'file')} that the store has lost; check the store.`,
        ],
      });
  });
}

/** Leaves on the clipboard what may be sent to whoever helps. */
export async function copyDiagnostics(): Promise<void> {
  const asked = await api.ask('app.diagnostics', {});
  if (!asked.ok) return tellError(asked.error);
  await copyText(
    asked.value.text,
    'Copied: versions, counts and where the app’s own code failed. No text, name or path of yours is in it.',
  );
}

/** A whole backup a day on another disk, the first one at once. */
export function chooseElsewhere(): Promise<void> {
  return run('elsewhere', api.ask('store.chooseElsewhere', {}), (chosen) => {
    if (!chosen) return;
    tellDone(`Today’s backup is in ${chosen.name}; from now on there is one each day, for a week.`);
    if (chosen.lost > 0)
      useHealthStore.setState({
        problems: [
          `Today’s backup in ${chosen.name} is without ${countOf(chosen.lost, 'file')} that the store has lost; check the store.`,
        ],
      });
  });
}

/** What lies there stays. */
export function stopElsewhere(): Promise<void> {
  return run('elsewhere', api.ask('store.stopElsewhere', {}), () =>
    tellDone('There will be no more daily backups in the second folder. Those that are there stay.'),
  );
}

/** Restores the last backup beside the store, looks over it, and takes it away again. */
export function tryRestore(): Promise<void> {
  return run('elsewhere', api.ask('store.testElsewhere', {}), ({ problems }) => {
    useHealthStore.setState({ problems });
    if (problems.length === 0) tellDone('The backup in the second folder was restored to try it out, and is sound.');
  });
}

async function run<T>(working: Work, asked: Promise<Result<T, AppError>>, tell: (value: T) => void): Promise<void> {
  useHealthStore.setState({ working });
  const result = await asked;
  useHealthStore.setState(({ done }) => ({ working: null, done: done + 1 }));
  if (result.ok) tell(result.value);
  else tellError(result.error);
}
