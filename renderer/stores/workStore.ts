import { create } from 'zustand';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import { api } from '../api.ts';

/** Long work of this window: what it is, and how far. One at a time; the rest of the window stays usable. */
interface WorkState {
  readonly what: 'files' | 'table' | 'pack' | null;
  readonly progress: ProgressReport | null;
}

export const useWorkStore = create<WorkState>(() => ({ what: null, progress: null }));

/** Runs long work under its name; the window shows its progress and offers to stop it. */
export async function atWork<T>(what: NonNullable<WorkState['what']>, run: () => Promise<T>): Promise<T> {
  useWorkStore.setState({ what, progress: null });
  try {
    return await run();
  } finally {
    useWorkStore.setState({ what: null, progress: null });
  }
}

export function stopWork(): void {
  void api.ask('work.stop', {});
}
