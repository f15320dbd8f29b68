import { create } from 'zustand';
import type { PackExport, Verification } from '../../shared/contract/packMethods.ts';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import { api } from '../api.ts';
import { tellDone, tellError } from './notify.ts';
import { useReleaseStore } from './releaseStore.ts';

interface PackState {
  readonly exporting: boolean;
  readonly progress: ProgressReport | null;
  readonly last: PackExport | null;
  readonly checked: { readonly name: string; readonly verification: Verification } | null;
}

export const usePackStore = create<PackState>(() => ({ exporting: false, progress: null, last: null, checked: null }));

export async function exportPack(final: boolean, acceptBlockers: string | null): Promise<void> {
  const { open, asOf } = useReleaseStore.getState();
  if (!open || usePackStore.getState().exporting) return;
  usePackStore.setState({ exporting: true, progress: null });
  const name = open.facts.release.name;
  const saved = await api.ask('pack.save', { release: open.id, name, asOf, final, acceptBlockers });
  usePackStore.setState({ exporting: false, progress: null });
  if (!saved.ok) tellError(saved.error);
  else if (saved.value) {
    usePackStore.setState({ last: saved.value });
    tellDone(`Exported ${saved.value.file}: ${saved.value.pages} pages.`);
  }
}

export async function verifyPack(): Promise<void> {
  const verified = await api.ask('pack.verifyFile', {});
  if (!verified.ok) tellError(verified.error);
  else if (verified.value) usePackStore.setState({ checked: verified.value });
}

export async function withLastPack(what: 'pack.open' | 'pack.show'): Promise<void> {
  const done = await api.ask(what, {});
  if (!done.ok) tellError(done.error);
}
