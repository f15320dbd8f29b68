import { call } from '../api.ts';
import { loadReleases } from './appStore.ts';
import { isGone } from './knownFindings.ts';
import { tellDone, tellError } from './notify.tsx';
import { asking, type Done, openRelease, save, useReleaseStore } from './releaseStore.ts';

/** Takes back the last change of this session. */
export function undoLast(): Promise<void> {
  return step(
    'undoable',
    'redoable',
    'There is nothing to take back.',
    (what) => `Took back: ${what}. Ctrl+Shift+Z does it again.`,
  );
}

/** Does again what was taken back last; a new change forgets what could be done again. */
export function redoLast(): Promise<void> {
  return step('redoable', 'undoable', 'There is nothing to do again.', (what) => `Did again: ${what}.`);
}

type Pile = 'undoable' | 'redoable';

/** Undoes what lies on top of one pile, and lays that undoing on the other. */
async function step(from: Pile, to: Pile, nothing: string, told: (what: string) => string): Promise<void> {
  const pile = useReleaseStore.getState()[from];
  const last = pile.at(-1);
  if (!last) return tellDone(nothing);
  useReleaseStore.setState({ [from]: pile.slice(0, -1) });
  const undone = await takeBack(last);
  if (!undone) return;
  useReleaseStore.setState((state) => ({ [to]: [...state[to], undone] }));
  tellDone(told(last.what), 'undo');
}

/** Undoing an undoing is doing it again: both are new entries in the history. */
async function takeBack({ entry, through, reach, what }: Done): Promise<Done | null> {
  const undone = await save(call('record.undo', { ...asking(), entry, through }), 'neither');
  if (!undone.ok) {
    tellError(undone.error);
    return null;
  }
  const { releaseId } = undone.value;
  if (!isGone(undone.value) && reach !== 'records') await openRelease(releaseId);
  if (reach === 'release') await loadReleases();
  return { releaseId, entry: undone.value.entry, through: undone.value.through, reach, what };
}
