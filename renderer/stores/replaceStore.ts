import { create } from 'zustand';
import type { ImportedFile } from '../../shared/contract/release.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { api } from '../api.ts';
import { loadReleases } from './appStore.ts';
import { closeModal, openModal } from './modalStore.ts';
import { noteWideChange } from './noteDeeds.ts';
import { tellDone, tellError } from './notify.tsx';
import { openRelease } from './releaseStore.ts';
import { doing, type UnderWay } from './underWay.ts';

type Known = Extract<ImportedFile, { kind: 'known' }>;
type Imported = Extract<ImportedFile, { kind: 'imported' }>;

/** A release file whose release is here already: the question, then what was left as it stood; null: no question was asked. */
interface ReplaceState {
  readonly known: Known | null;
  readonly busy: boolean;
  readonly done: Imported | null;
}

export const useReplaceStore = create<ReplaceState>(() => ({ known: null, busy: false, done: null }));

export function askToReplace(known: Known): void {
  useReplaceStore.setState({ known, busy: false, done: null });
  openModal('replaceRelease');
}

/** A removed release came back by its file: what the other side keeps stays as it was there, too, and is named. */
export function tellLeftOut(done: Imported): void {
  useReplaceStore.setState({ known: null, busy: false, done });
  openModal('replaceRelease');
}

/** Replaces what stands by what the file states; what is the other side's stays, and is named. */
export async function replaceByFile(): Promise<void> {
  const { known, busy } = useReplaceStore.getState();
  if (known && !busy) await doing((underWay) => replace(underWay, known));
}

async function replace(underWay: UnderWay, known: Known): Promise<void> {
  useReplaceStore.setState({ busy: true });
  const replaced = await api.ask('release.importFile', { replace: known.source });
  useReplaceStore.setState({ busy: false });
  if (!replaced.ok) return tellError(replaced.error);
  if (replaced.value?.kind !== 'imported') return;
  const done = replaced.value;
  await loadReleases();
  await openRelease(done.id);
  await noteWideChange(underWay, done.entry, done.through);
  if (done.leftOut.length > 0) return useReplaceStore.setState({ done });
  closeModal();
  tellDone(
    done.entry === 0
      ? `${done.name} says what the file states, so nothing was changed.`
      : `Replaced ${done.name} by what the file states${confirmedInWords(done.confirmed.length)}.`,
  );
}

/** What was recorded on one's own side's behalf, and is its word since. */
function confirmedInWords(count: number): string {
  if (count === 0) return '';
  return `; that confirms ${countOf(count, 'value')} recorded on your side’s behalf`;
}
