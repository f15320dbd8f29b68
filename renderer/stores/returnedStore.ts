import { create } from 'zustand';
import type { PackComments } from '../../shared/contract/pack.ts';
import type { PaperRead } from '../../shared/contract/paper.ts';
import type { MainInput } from '../../shared/contract/windowMethods.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { recordedWords } from '../../shared/domain/pack/paper/recordedWords.ts';
import { api } from '../api.ts';
import { goTo } from './appStore.ts';
import { attachDropped } from './attachDropped.ts';
import { closeModal, openModal } from './modalStore.ts';
import { noteWideChange } from './noteDeeds.ts';
import { tellDone, tellError } from './notify.tsx';
import { useReleaseStore } from './releaseStore.ts';
import { doing } from './underWay.ts';
import { atWork } from './workStore.ts';

/** A pack or paper that was sent back: its answers and its readers' comments, and nothing of them recorded yet. */
interface ReturnedState {
  readonly file: File | null;
  readonly source: string;
  readonly answer: PaperRead | null;
  /** Null: it is no pack or paper of this release, or nobody remarked anything in it. */
  readonly comments: PackComments | null;
  /** Why its answers cannot be read. */
  readonly problem: string | null;
  readonly busy: boolean;
}

const none: ReturnedState = { file: null, source: '', answer: null, comments: null, problem: null, busy: false };

export const useReturnedStore = create<ReturnedState>(() => none);

/** Looks whether what was dropped is a pack or paper that came back, and shows what it says; false: it is none. */
export async function showReturned(files: readonly File[]): Promise<boolean> {
  const { open } = useReleaseStore.getState();
  const [file] = files;
  if (!open || !file || files.length > 1 || !/\.pdf$/i.test(file.name)) return false;
  const held = await api.holdDropped([file]);
  const source = held.ok ? held.value[0]?.source : undefined;
  if (source === undefined) return false;
  const input = { release: open.id, source, dryRun: true };
  const read = await atWork('files', () => api.ask('paper.readFile', input));
  const commented = await atWork('files', () => api.ask('pack.commentsFile', input));
  const comments = commented.ok && commented.value.comments.length > 0 ? commented.value : null;
  const isPaper = read.ok || read.error.where?.startsWith('paper:') === true;
  if (!isPaper && comments === null) return false;
  const problem = read.ok || !isPaper ? null : read.error.message;
  useReturnedStore.setState({ ...none, file, source, answer: read.ok ? read.value : null, comments, problem });
  openModal('returned');
  return true;
}

/** What was read is recorded, unless something is on its way already; what is beside it in the file still waits. */
async function record<Read extends PaperRead | PackComments>(
  done: 'answer' | 'comments',
  ask: (input: MainInput<'paper.readFile'>) => Promise<Result<Read>>,
): Promise<Read | null> {
  const { source, busy, answer, comments } = useReturnedStore.getState();
  const { open } = useReleaseStore.getState();
  if (busy || !open) return null;
  useReturnedStore.setState({ busy: true });
  return doing(async (underWay) => {
    const read = await atWork('files', () => ask({ release: open.id, source, dryRun: false }));
    useReturnedStore.setState({ busy: false });
    if (!read.ok) {
      tellError(read.error);
      return null;
    }
    if (done === 'answer' ? comments : answer) useReturnedStore.setState({ [done]: null });
    else giveUpReturned();
    await noteWideChange(underWay, read.value.entry, read.value.through);
    return read.value;
  });
}

/** Records the answers as the body's views and conditions, all of them as one change. */
export async function recordAnswers(): Promise<void> {
  const read = await record('answer', (input) => api.ask('paper.readFile', input));
  if (!read) return;
  if (read.recorded) tellDone(`${recordedWords(read.recorded)} from ${read.paper}.`);
}

/** Records the comments of readers, to be answered; what was recorded before is left as it is. */
export async function takeComments(): Promise<void> {
  const read = await record('comments', (input) => api.ask('pack.commentsFile', input));
  if (!read) return;
  const { taken, pack } = read;
  tellDone(`Recorded ${countOf(taken ?? 0, 'comment')} on ${pack}; they stand under Pack, to be answered.`);
}

/** It is a file like any other after all. */
export async function keepReturned(): Promise<void> {
  const { file } = useReturnedStore.getState();
  giveUpReturned();
  if (file) await attachDropped([file]);
}

/** Where answers are typed in that no program can read. */
export function openMeetingSheet(): void {
  giveUpReturned();
  goTo('committees');
}

export function giveUpReturned(): void {
  useReturnedStore.setState(none);
  closeModal();
}
