import { create } from 'zustand';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { api } from '../api.ts';
import { tellDone, tellError } from './notify.tsx';

interface HealthState {
  /** How often something was looked at or backed up here, so that what is shown of it is read anew. */
  readonly done: number;
  readonly working: 'check' | 'backup' | null;
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
        problems: [`${made.name} was written without ${made.lost} files that the store has lost; check the store.`],
      });
  });
}

async function run<T>(
  working: 'check' | 'backup',
  asked: Promise<Result<T, AppError>>,
  tell: (value: T) => void,
): Promise<void> {
  useHealthStore.setState({ working });
  const result = await asked;
  useHealthStore.setState(({ done }) => ({ working: null, done: done + 1 }));
  if (result.ok) tell(result.value);
  else tellError(result.error);
}
