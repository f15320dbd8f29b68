import { call } from '../api.ts';
import { loadReleases } from './appStore.ts';
import { isGone } from './knownFindings.ts';
import { tellDone, tellError } from './notify.tsx';
import { asking, type Done, openRelease, save, useReleaseStore } from './releaseStore.ts';

/** Takes back the last change of this session. */
export async function undoLast(): Promise<void> {
  const { undoable } = useReleaseStore.getState();
  const last = undoable.at(-1);
  if (!last) return tellDone('There is nothing to take back.');
  useReleaseStore.setState({ undoable: undoable.slice(0, -1) });
  const undone = await takeBack(last);
  if (!undone) return;
  useReleaseStore.setState((state) => ({ redoable: [...state.redoable, undone] }));
  tellDone(`Took back: ${last.what}. Ctrl+Shift+Z does it again.`, 'undo');
}

/** Does again what was taken back last; a new change forgets what could be done again. */
export async function redoLast(): Promise<void> {
  const { redoable } = useReleaseStore.getState();
  const last = redoable.at(-1);
  if (!last) return tellDone('There is nothing to do again.');
  useReleaseStore.setState({ redoable: redoable.slice(0, -1) });
  const redone = await takeBack(last);
  if (!redone) return;
  useReleaseStore.setState((state) => ({ undoable: [...state.undoable, redone] }));
  tellDone(`Did again: ${last.what}.`, 'undo');
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
