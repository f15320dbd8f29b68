import { create } from 'zustand';
import type { HeldFile } from '../../shared/contract/common.ts';
import type { HeldReading, ImportChoices } from '../../shared/contract/import.ts';
import type { ImportKind } from '../../shared/domain/importing/importKinds.ts';
import { api, call } from '../api.ts';
import { attachDropped } from './attachDropped.ts';
import { attachFiles } from './fileActions.ts';
import { takenInWords } from './importWords.ts';
import { closeModal, openModal } from './modalStore.ts';
import { noteWideChange } from './noteDeeds.ts';
import { tellDone, tellError } from './notify.tsx';
import { useReleaseStore } from './releaseStore.ts';
import { whenTakenBack } from './takeBack.ts';
import { doing, type UnderWay } from './underWay.ts';
import { atWork } from './workStore.ts';

type Choices = Omit<ImportChoices, 'kind'>;

/** Files that were dropped on a screen, which says neither what table is wanted nor whether they are evidence. */
interface Dropped {
  readonly files: readonly File[];
  /** What the screen could take of them, the likeliest first. */
  readonly kinds: readonly ImportKind[];
}

interface ImportState {
  readonly kind: ImportKind;
  /** Whether what another side keeps is recorded for it, and marked so. */
  readonly onBehalf: boolean;
  /** Null where a table was asked for. */
  readonly dropped: Dropped | null;
  /** What becomes of dropped files: their table is taken, or they are kept as evidence, or both. */
  readonly takes: boolean;
  readonly keeps: boolean;
  /** A file that main holds, or pasted text; both null before anything was chosen. */
  readonly source: HeldFile | null;
  /** Further files of the same test run. */
  readonly more: readonly HeldFile[];
  readonly text: string | null;
  readonly choices: Choices;
  readonly held: HeldReading | null;
  readonly busy: boolean;
  /** Why the table could not be read. */
  readonly problem: string | null;
  readonly skip: ReadonlySet<number>;
  /** What becomes of the issues that the list no longer names; `some`: those of `close` are closed. */
  readonly missing: MissingChoice;
  /** Chosen one by one, by name. */
  readonly close: ReadonlySet<string>;
}

export type MissingChoice = 'leave' | 'close' | 'some';

const noChoices: Choices = { sheet: null, mapping: null, valueMaps: {}, defaults: {} };
const fresh = {
  onBehalf: false,
  dropped: null,
  takes: true,
  keeps: false,
  source: null,
  more: [],
  text: null,
  choices: noChoices,
  held: null,
  busy: false,
  problem: null,
  skip: new Set<number>(),
  missing: 'leave' as MissingChoice,
  close: new Set<string>(),
};

export const useImportStore = create<ImportState>(() => ({ kind: 'issues', ...fresh }));

/** Opens the dialog; with pasted text or dropped files it begins to read at once. */
export function beginImport(
  kind: ImportKind,
  from: { text?: string; dropped?: Dropped; onBehalf?: boolean } = {},
): void {
  useImportStore.setState({ kind, ...fresh, dropped: from.dropped ?? null, onBehalf: from.onBehalf ?? false });
  openModal('import');
  if (from.text !== undefined) void readText(from.text);
  else if (from.dropped !== undefined) void readDropped(from.dropped.files);
}

/** Says what the dropped files are: a table of this kind, or evidence alone (null). */
export function sayWhatWasDropped(kind: ImportKind | null): void {
  const { kind: before } = useImportStore.getState();
  if (kind === null || kind === before) {
    useImportStore.setState({ takes: kind !== null });
    return;
  }
  useImportStore.setState({ kind, takes: true });
  void readAgain(noChoices);
}

export function importOnBehalf(onBehalf: boolean): void {
  useImportStore.setState({ onBehalf });
}

export function keepDroppedToo(keeps: boolean): void {
  useImportStore.setState({ keeps });
}

/** Keeps the dropped files as evidence and leaves the table in them alone. */
export async function keepDropped(): Promise<void> {
  const { dropped } = useImportStore.getState();
  giveUpTable();
  if (dropped) await attachDropped(dropped.files);
}

export async function chooseTable(): Promise<void> {
  // Only test results come in many files: those of one run add up to one phase.
  const many = useImportStore.getState().kind === 'results';
  const chosen = await api.ask('import.choose', { many });
  if (!chosen.ok) return tellError(chosen.error);
  const [source, ...more] = chosen.value ?? [];
  if (source) await readFrom({ source, more, text: null });
}

export async function readDropped(files: readonly File[]): Promise<void> {
  const { kind } = useImportStore.getState();
  const held = await api.holdDropped(kind === 'results' ? files : files.slice(0, 1));
  if (!held.ok) return tellError(held.error);
  const [source, ...more] = held.value;
  if (source) await readFrom({ source, more, text: null });
}

export async function readText(text: string): Promise<void> {
  if (text.trim() !== '') await readFrom({ source: null, more: [], text });
}

/** Reads the same table in another way: another sheet, another mapping, other words. */
export async function readAgain(change: Partial<Choices>): Promise<void> {
  const { choices, source, more, text } = useImportStore.getState();
  useImportStore.setState({ choices: { ...choices, ...change } });
  if (source || text !== null) await readFrom({ source, more, text });
}

// The table that waits in the dialog was compared with what stood then: what its rows would change is another thing now.
whenTakenBack(() => {
  if (useImportStore.getState().held) void readAgain({});
});

export function leaveRowOut(row: number, out: boolean): void {
  const skip = new Set(useImportStore.getState().skip);
  if (out) skip.add(row);
  else skip.delete(row);
  useImportStore.setState({ skip });
}

export function chooseMissing(missing: MissingChoice): void {
  useImportStore.setState({ missing });
}

export function closeMissing(name: string, closed: boolean): void {
  const close = new Set(useImportStore.getState().close);
  if (closed) close.add(name);
  else close.delete(name);
  useImportStore.setState({ close });
}

/** How many of the missing would be closed as it is chosen now. */
export function closingOf({ held, missing, close }: Pick<ImportState, 'held' | 'missing' | 'close'>): number {
  if (!held || missing === 'leave') return 0;
  return missing === 'close' ? held.plan.missing : close.size;
}

export async function takeTable(): Promise<void> {
  const { held, busy } = useImportStore.getState();
  if (held && !busy) await doing((underWay) => take(underWay, held));
}

async function take(underWay: UnderWay, held: HeldReading): Promise<void> {
  const { skip, dropped, keeps, missing, close, onBehalf } = useImportStore.getState();
  useImportStore.setState({ busy: true });
  const taken = await call('import.take', {
    token: held.token,
    skip: [...skip],
    onBehalf,
    missing: missing === 'leave' ? 'leave' : 'close',
    keepOpen: missing === 'some' ? held.plan.missingNames.filter((name) => !close.has(name)) : [],
  });
  useImportStore.setState({ busy: false });
  if (!taken.ok) return tellError(taken.error);
  const { left, entry, through } = taken.value;
  // Rows that were refused wait for what they lack; giving the table up is the person's own click.
  if (left) useImportStore.setState({ held: { ...held, ...left }, missing: 'leave', close: new Set(), keeps: false });
  else {
    useImportStore.setState(fresh);
    closeModal();
  }
  await noteWideChange(underWay, entry, through);
  tellDone(takenInWords(taken.value));
  if (dropped && keeps) await attachFiles(dropped.files, {});
}

/** Gives up the table that was read; nothing was changed. */
export function giveUpTable(): void {
  forget(useImportStore.getState().held);
  useImportStore.setState(fresh);
  closeModal();
}

/** Counts the readings that were asked for: of two under way, only the later may show what it found. */
let asked = 0;

async function readFrom(from: Pick<ImportState, 'source' | 'more' | 'text'>): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (!open) return;
  const { kind, choices } = useImportStore.getState();
  useImportStore.setState({ ...from, busy: true, problem: null });
  const more = from.more.map(({ source }) => source);
  asked += 1;
  const own = asked;
  const input = { ...choices, kind, release: open.id, source: from.source?.source ?? null, more, text: from.text };
  const read = await atWork('table', () => api.ask('import.read', input));
  const { source, held } = useImportStore.getState();
  if (source !== from.source || own !== asked) return read.ok ? forget(read.value) : undefined;
  forget(held);
  if (read.ok)
    useImportStore.setState({ held: read.value, busy: false, skip: new Set(), missing: 'leave', close: new Set() });
  else {
    // A dropped file without a table is evidence, most likely; results may only lack the name of their phase.
    const takes = kind === 'results';
    useImportStore.setState({ held: null, busy: false, takes, problem: read.error.message });
  }
}

function forget(held: HeldReading | null): void {
  if (held) void call('import.forget', { token: held.token });
}
