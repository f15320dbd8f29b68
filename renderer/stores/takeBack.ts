import { call } from '../api.ts';
import { loadReleases } from './appStore.ts';
import { isGone } from './knownFindings.ts';
import { tellDone, tellError } from './notify.tsx';
import { asking, openRelease, save, useReleaseStore } from './releaseStore.ts';
import { type Done, doing, whenDone } from './underWay.ts';

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

/** Hears of each thing that is taken back, or done again by taking its undoing back: by the first of its entries. */
export function whenTakenBack(hear: (entry: number) => void): void {
  hearing.push(hear);
}

const hearing: ((entry: number) => void)[] = [];

type Pile = 'undoable' | 'redoable';

/**
 * Undoes what lies on top of one pile, and lays that undoing on the other; as soon as everything has ended that was begun
 * before, so that keys that follow each other quickly count one after the other, and none of them is lost.
 */
function step(from: Pile, to: Pile, nothing: string, told: (what: string) => string): Promise<void> {
  const before = whenDone();
  return doing(async ({ place }) => {
    await before;
    const pile = useReleaseStore.getState()[from];
    // What was begun after the key was pressed is not what it was pressed for.
    const last = pile.findLast((done) => done.place < place);
    if (!last) return tellDone(nothing);
    useReleaseStore.setState({ [from]: pile.filter((done) => done !== last) });
    const undone = await takeBack(last);
    if (!undone) return;
    useReleaseStore.setState((state) => ({ [to]: [...state[to], { ...undone, place }] }));
    for (const hear of hearing) hear(last.entry);
    tellDone(told(last.what), 'undo');
  });
}

/** Undoing an undoing is doing it again: both are new entries in the history. */
async function takeBack({ entry, through, reach, what }: Done): Promise<Omit<Done, 'place'> | null> {
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
