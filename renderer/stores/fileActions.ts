import { api } from '../api.ts';
import { loadReleases } from './appStore.ts';
import { tellDone, tellError } from './notify.ts';
import { openRelease, useReleaseStore } from './releaseStore.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Imports a release file that the person chooses. */
export async function importRelease(): Promise<void> {
  const imported = await api.ask('release.importFile', { replace: false });
  if (!imported.ok) return tellError(imported.error);
  if (imported.value) await showImported(imported.value);
}

export async function importSample(): Promise<void> {
  const imported = await api.ask('release.importSample', {});
  if (imported.ok) await showImported(imported.value);
  else tellError(imported.error);
}

export async function exportRelease(): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (!open) return;
  const exported = await api.ask('release.exportFile', { release: open.id, name: open.facts.release.name });
  if (!exported.ok) tellError(exported.error);
  else if (exported.value) tellDone(`Exported ${exported.value.name}.`);
}

/** Attaches chosen files (null) or dropped ones; each becomes an evidence item, and one refused does not hold the rest. */
export async function attachFiles(dropped: readonly File[] | null, fields: Fields): Promise<readonly string[]> {
  const { open } = useReleaseStore.getState();
  if (!open) return [];
  const input = { release: open.id, fields: { ...fields }, asOf: null };
  const attached = dropped ? await api.attachDropped(dropped, input) : await api.ask('evidence.attach', input);
  if (!attached.ok) {
    tellError(attached.error);
    return [];
  }
  if (!attached.value) return [];
  for (const { sentence } of attached.value.refused)
    tellError({ kind: 'invalidInput', message: sentence, where: null });
  const { added } = attached.value;
  if (added.length > 0) {
    await openRelease(open.id);
    tellDone(`Attached ${added.map((item) => item.reference).join(', ')}.`);
  }
  return added.map((item) => item.id);
}

export async function saveCopy(id: string): Promise<void> {
  const saved = await api.ask('evidence.saveCopy', { id });
  if (!saved.ok) tellError(saved.error);
}

export async function chooseReplacement(id: string): Promise<void> {
  const replaced = await api.ask('evidence.chooseReplacement', { id, asOf: null });
  if (!replaced.ok) return tellError(replaced.error);
  const { open } = useReleaseStore.getState();
  if (replaced.value && open) await openRelease(open.id);
}

async function showImported(imported: { readonly id: string; readonly name: string }): Promise<void> {
  await loadReleases();
  await openRelease(imported.id);
  tellDone(`Imported ${imported.name}.`);
}
