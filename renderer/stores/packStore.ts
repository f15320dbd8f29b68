import { create } from 'zustand';
import type { PackExport, Verification } from '../../shared/contract/packMethods.ts';
import { api } from '../api.ts';
import { tellDone, tellError } from './notify.tsx';
import { useReleaseStore } from './releaseStore.ts';
import { atWork } from './workStore.ts';

interface PackState {
  readonly exporting: boolean;
  readonly last: PackExport | null;
  readonly checked: { readonly name: string; readonly verification: Verification } | null;
}

export const usePackStore = create<PackState>(() => ({ exporting: false, last: null, checked: null }));

export async function exportPack(final: boolean, acceptBlockers: string | null): Promise<void> {
  const { open, asOf } = useReleaseStore.getState();
  if (!open || usePackStore.getState().exporting) return;
  usePackStore.setState({ exporting: true });
  const input = { release: open.id, name: open.facts.release.name, asOf, final, acceptBlockers };
  const saved = await atWork('pack', () => api.ask('pack.save', input));
  usePackStore.setState({ exporting: false });
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
