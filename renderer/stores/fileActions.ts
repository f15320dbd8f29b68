import type { Attached } from '../../shared/contract/evidence.ts';
import type { ReleaseItem } from '../../shared/contract/release.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { nextSlotAfter, ruleDateOf } from '../../shared/domain/calendar/slots.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { api, call } from '../api.ts';
import { loadReleases } from './appStore.ts';
import { noteAttached, noteMade } from './noteDeeds.ts';
import { offerDuplicates, tellDone, tellError } from './notify.tsx';
import { editAndTell, openRelease, refreshOpen, useReleaseStore } from './releaseStore.ts';
import { askToReplace, tellLeftOut } from './replaceStore.ts';
import { doing, type UnderWay } from './underWay.ts';
import { atWork } from './workStore.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Imports a release file that the person chooses. */
export function importRelease(): Promise<void> {
  return doing(async (underWay) => {
    const imported = await api.ask('release.importFile', { replace: null });
    if (!imported.ok) return tellError(imported.error);
    if (imported.value?.kind === 'known') askToReplace(imported.value);
    else if (imported.value) {
      await showMade(underWay, imported.value, 'Imported');
      if (imported.value.leftOut.length > 0) tellLeftOut(imported.value);
    }
  });
}

export function importSample(): Promise<void> {
  return doing(async (underWay) => {
    const imported = await api.ask('release.importSample', {});
    if (imported.ok) await showMade(underWay, imported.value, 'Imported');
    else tellError(imported.error);
  });
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
  return doing(async (underWay) => {
    const attached = await atWork('files', () =>
      dropped ? api.attachDropped(dropped, input) : api.ask('evidence.attach', input),
    );
    return settle(underWay, attached, input);
  });
}

type Input = Parameters<typeof api.attachDropped>[1];

async function settle(underWay: UnderWay, attached: Result<Attached | null>, input: Input): Promise<readonly string[]> {
  if (!attached.ok) {
    tellError(attached.error);
    return [];
  }
  if (!attached.value) return [];
  const { added, refused } = attached.value;
  for (const { sentence, duplicate } of refused)
    if (!duplicate) tellError({ kind: 'invalidInput', message: sentence, where: null });
  const duplicates = refused.filter((one) => one.duplicate);
  if (duplicates.length > 0) offerDuplicates(duplicates, (sources) => void addAnyway(sources, input));
  if (added.length > 0) {
    await noteAttached(underWay, added);
    tellDone(`Attached ${added.map((item) => item.reference).join(', ')}.`);
  }
  return added.map((item) => item.id);
}

function addAnyway(sources: readonly string[], input: Input): Promise<readonly string[]> {
  const ask = () => api.ask('evidence.attachHeld', { ...input, sources: [...sources] });
  return doing(async (underWay) => settle(underWay, await atWork('files', ask), input));
}

/** Writes one table of the release as a spreadsheet. */
export async function saveTable(table: string): Promise<void> {
  const { open, asOf } = useReleaseStore.getState();
  if (!open) return;
  const name = `${open.facts.release.name} ${table}`;
  const saved = await api.ask('table.save', { release: open.id, table, name, asOf });
  if (!saved.ok) tellError(saved.error);
  else if (saved.value) tellDone(`Wrote ${saved.value.name}.`);
}

export async function saveCopy(id: string): Promise<void> {
  const saved = await api.ask('evidence.saveCopy', { id });
  if (!saved.ok) tellError(saved.error);
}

export async function chooseReplacement(id: string): Promise<void> {
  const replaced = await api.ask('evidence.chooseReplacement', { id, asOf: null });
  if (!replaced.ok) return tellError(replaced.error);
  if (replaced.value) await refreshOpen();
}

type Made = Parameters<typeof noteMade>[1] & { readonly name: string };

/** Shows a release that was just made here, whichever way; it can be taken back as a whole. */
async function showMade(underWay: UnderWay, made: Made, how: 'Imported' | 'Made'): Promise<void> {
  noteMade(underWay, made);
  await loadReleases();
  await openRelease(made.id);
  tellDone(`${how} ${made.name}.`);
}

/** Writes the deadlines of one release, or of all (null), for a calendar program. */
export async function saveCalendar(release: string | null): Promise<void> {
  const { asOf } = useReleaseStore.getState();
  const saved = await api.ask('calendar.save', { release, asOf });
  if (!saved.ok) tellError(saved.error);
  else if (saved.value) tellDone(`Wrote ${saved.value.name}: ${countOf(saved.value.events, 'date')}.`);
}

/** Makes the status report: all releases, one page each. */
export async function saveReport(): Promise<void> {
  const { asOf } = useReleaseStore.getState();
  const saved = await atWork('pack', () => api.ask('report.save', { asOf, year: null }));
  if (!saved.ok) tellError(saved.error);
  else if (saved.value) tellDone(`Wrote ${saved.value.name}.`);
}

export function archiveRelease(id: string, archived: boolean): Promise<void> {
  return doing(async (underWay) => {
    const done = await call('release.archive', { release: id, archived });
    if (!done.ok) return tellError(done.error);
    noteMade(underWay, done.value, archived ? 'archiving a release' : 'taking a release out of the archive');
    await loadReleases();
    if (useReleaseStore.getState().open?.id === id) await openRelease(id);
    tellDone(archived ? 'Archived; it stays in All releases.' : 'Taken out of the archive.', 'undo');
  });
}

/** Nothing more is to be done for the open release: its findings stand as of its decision. */
export async function closeRelease(): Promise<void> {
  const id = useReleaseStore.getState().open?.id;
  if (id) await editAndTell('release', id, { closedOn: londonDay(Date.now()) });
}

/** A copy for the next slot of the same kind: criteria, bodies, thresholds and phases, without what was only its own. */
export async function cloneRelease(release: ReleaseItem): Promise<void> {
  const from = release.goLive ?? (release.slot ? ruleDateOf(release.slot) : null);
  if (from === null)
    return tellError({
      kind: 'conflict',
      message: 'Give this release a date first; the copy takes the slot after it.',
      where: null,
    });
  return doing(async (underWay) => {
    const cloned = await call('release.clone', { release: release.id, slot: nextSlotAfter(from, release.kind) });
    if (cloned.ok) await showMade(underWay, cloned.value, 'Made');
    else tellError(cloned.error);
  });
}
