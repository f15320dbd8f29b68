import { create } from 'zustand';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import { api } from '../api.ts';

type What = 'files' | 'table' | 'pack' | 'bundle';

/** Long work of this window: what it is, and how far; of several the one that was begun last. The window stays usable. */
interface WorkState {
  readonly what: What | null;
  readonly progress: ProgressReport | null;
}

export const useWorkStore = create<WorkState>(() => ({ what: null, progress: null }));

const running: { readonly what: What }[] = [];

/** Runs long work under its name; the window shows its progress and offers to stop it. */
export async function atWork<T>(what: What, run: () => Promise<T>): Promise<T> {
  const mine = { what };
  running.push(mine);
  showNewest();
  try {
    return await run();
  } finally {
    running.splice(running.indexOf(mine), 1);
    showNewest();
  }
}

function showNewest(): void {
  useWorkStore.setState({ what: running.at(-1)?.what ?? null, progress: null });
}

export function stopWork(): void {
  void api.ask('work.stop', {});
}
