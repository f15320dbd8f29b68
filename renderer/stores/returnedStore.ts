import { create } from 'zustand';
import type { PackComments } from '../../shared/contract/pack.ts';
import type { PaperRead } from '../../shared/contract/paper.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { api } from '../api.ts';
import { goTo } from './appStore.ts';
import { attachDropped } from './attachDropped.ts';
import { closeModal, openModal } from './modalStore.ts';
import { tellDone, tellError } from './notify.tsx';
import { noteWideChange, useReleaseStore } from './releaseStore.ts';
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

/** Records the answers as the body's views and conditions, all of them as one change. */
export async function recordAnswers(): Promise<void> {
  const { source, busy, comments } = useReturnedStore.getState();
  const { open } = useReleaseStore.getState();
  if (busy || !open) return;
  useReturnedStore.setState({ busy: true });
  const read = await atWork('files', () => api.ask('paper.readFile', { release: open.id, source, dryRun: false }));
  useReturnedStore.setState({ busy: false });
  if (!read.ok) return tellError(read.error);
  const { entry, through, recorded, paper } = read.value;
  if (comments) useReturnedStore.setState({ answer: null });
  else giveUpReturned();
  await noteWideChange(entry, through);
  const { views = 0, conditions = 0 } = recorded ?? {};
  tellDone(`Recorded ${countOf(views, 'view')} and ${countOf(conditions, 'condition')} from ${paper}.`);
}

/** Records the comments of readers, to be answered; what was recorded before is left as it is. */
export async function takeComments(): Promise<void> {
  const { source, busy, answer } = useReturnedStore.getState();
  const { open } = useReleaseStore.getState();
  if (busy || !open) return;
  useReturnedStore.setState({ busy: true });
  const read = await atWork('files', () => api.ask('pack.commentsFile', { release: open.id, source, dryRun: false }));
  useReturnedStore.setState({ busy: false });
  if (!read.ok) return tellError(read.error);
  const { entry, through, taken, pack } = read.value;
  // The answers beside them still wait.
  if (answer) useReturnedStore.setState({ comments: null });
  else giveUpReturned();
  await noteWideChange(entry, through);
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
