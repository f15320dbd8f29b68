import { create } from 'zustand';
import type { PaperRead } from '../../shared/contract/paper.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { api } from '../api.ts';
import { goTo } from './appStore.ts';
import { attachDropped } from './attachDropped.ts';
import { closeModal, openModal } from './modalStore.ts';
import { tellDone, tellError } from './notify.tsx';
import { noteWideChange, useReleaseStore } from './releaseStore.ts';
import { atWork } from './workStore.ts';

/** A paper that was sent back: what it says, and nothing of it recorded yet. */
interface ReturnedState {
  readonly file: File | null;
  readonly source: string;
  readonly answer: PaperRead | null;
  /** Why its answers cannot be read. */
  readonly problem: string | null;
  readonly busy: boolean;
}

const none: ReturnedState = { file: null, source: '', answer: null, problem: null, busy: false };

export const useReturnedStore = create<ReturnedState>(() => none);

/** Looks whether a dropped PDF is a paper that came back, and shows what it says; false: it is none. */
export async function showReturned(file: File): Promise<boolean> {
  const { open } = useReleaseStore.getState();
  if (!open) return false;
  const held = await api.holdDropped([file]);
  const source = held.ok ? held.value[0]?.source : undefined;
  if (source === undefined) return false;
  const read = await atWork('files', () => api.ask('paper.readFile', { release: open.id, source, dryRun: true }));
  if (!read.ok && !read.error.where?.startsWith('paper:')) return false;
  const found = read.ok ? { answer: read.value } : { problem: read.error.message };
  useReturnedStore.setState({ ...none, file, source, ...found });
  openModal('returned');
  return true;
}

/** Records the answers as the body's views and conditions, all of them as one change. */
export async function recordAnswers(): Promise<void> {
  const { source, busy } = useReturnedStore.getState();
  const { open } = useReleaseStore.getState();
  if (busy || !open) return;
  useReturnedStore.setState({ busy: true });
  const read = await atWork('files', () => api.ask('paper.readFile', { release: open.id, source, dryRun: false }));
  useReturnedStore.setState({ busy: false });
  if (!read.ok) return tellError(read.error);
  giveUpReturned();
  const { entry, through, recorded, paper } = read.value;
  await noteWideChange(entry, through);
  const { views = 0, conditions = 0 } = recorded ?? {};
  tellDone(`Recorded ${countOf(views, 'view')} and ${countOf(conditions, 'condition')} from ${paper}.`);
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
