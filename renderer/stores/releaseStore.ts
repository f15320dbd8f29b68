import { create } from 'zustand';
import type { InputOf } from '../../shared/contract/engineMethods.ts';
import type { Changed } from '../../shared/contract/recordMethods.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { Readiness } from '../../shared/domain/readiness/computeReadiness.ts';
import type { EvidenceStatus } from '../../shared/domain/records/evidence.ts';
import type { ListKind, RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { withRecord } from '../../shared/domain/records/withRecord.ts';
import { call } from '../api.ts';
import { loadReleases } from './appStore.ts';
import { tellDone, tellError } from './notify.tsx';

type Fields = Readonly<Record<string, unknown>>;

interface OpenRelease {
  readonly id: string;
  readonly archived: boolean;
  readonly facts: ReleaseFacts;
  readonly readiness: Readiness;
}

/** The ledger entries of one thing that was done; `wide`: an import, after which the release is read anew. */
interface Done {
  readonly entry: number;
  readonly through: number;
  readonly wide: boolean;
}

interface ReleaseState {
  readonly open: OpenRelease | null;
  readonly revision: number;
  /** The day to judge on; null: today in London. */
  readonly asOf: CalendarDate | null;
  /** How many changes are on their way; the header says «Saving…» while there are any. */
  readonly saving: number;
  /** What was done in this session and can be taken back, newest last. */
  readonly undoable: readonly Done[];
  /** What was taken back and can be done again, newest last. */
  readonly redoable: readonly Done[];
}

const closed: ReleaseState = { open: null, revision: 0, asOf: null, saving: 0, undoable: [], redoable: [] };

export const useReleaseStore = create<ReleaseState>(() => closed);

/** Answers may overtake each other: only the newest question's counts. */
let newestQuestion = 0;

export async function openRelease(release: string): Promise<void> {
  newestQuestion += 1;
  const question = newestQuestion;
  const opened = await call('release.open', { release, asOf: useReleaseStore.getState().asOf });
  if (question !== newestQuestion) return;
  if (!opened.ok) return tellError(opened.error);
  const { id, archived, facts, readiness, revision } = opened.value;
  const sameRelease = useReleaseStore.getState().open?.id === id;
  useReleaseStore.setState((state) => ({
    open: { id, archived, facts, readiness },
    revision,
    undoable: sameRelease ? state.undoable : [],
    redoable: sameRelease ? state.redoable : [],
  }));
}

/** Reads the release anew when another process or a merge changed the store. */
export async function refreshRelease(revision: number | null): Promise<void> {
  const { open, revision: known } = useReleaseStore.getState();
  if (revision !== null && revision <= known) return;
  if (open) await openRelease(open.id);
  await loadReleases();
}

/** Looks at the release as it stood, or will stand, on another day; nothing is changed by it. */
export async function judgeOn(asOf: CalendarDate | null): Promise<void> {
  const { open } = useReleaseStore.getState();
  useReleaseStore.setState({ asOf });
  if (open) await openRelease(open.id);
}

export async function createRecord(kind: ListKind, fields: Fields): Promise<string | null> {
  const open = useReleaseStore.getState().open;
  if (!open) return null;
  const made = await save(
    call('record.create', { asOf: useReleaseStore.getState().asOf, releaseId: open.id, kind, fields }),
  );
  if (!made.ok) tellError(made.error);
  return made.ok ? (made.value.changes[0]?.id ?? null) : null;
}

/** The error comes back to the field that was edited, which shows it beside itself. */
export async function editRecord(kind: RecordKind, id: string, fields: Fields): Promise<AppError | null> {
  const edited = await save(call('record.edit', { asOf: useReleaseStore.getState().asOf, kind, id, fields }));
  return edited.ok ? null : edited.error;
}

/** Many records in one go, as one thing to take back. Null: it was refused, and the person was told why. */
export async function saveMany(saves: InputOf<'record.saveMany'>['saves']): Promise<Changed | null> {
  const { open, asOf } = useReleaseStore.getState();
  if (!open || saves.length === 0) return null;
  const saved = await save(call('record.saveMany', { asOf, releaseId: open.id, saves }));
  if (!saved.ok) tellError(saved.error);
  return saved.ok ? saved.value : null;
}

export async function setEvidenceStatus(
  ids: readonly string[],
  status: EvidenceStatus,
  reason: string | null,
): Promise<AppError | null> {
  const { open, asOf } = useReleaseStore.getState();
  if (!open || ids.length === 0) return null;
  const moved = await save(call('evidence.setStatus', { asOf, releaseId: open.id, ids: [...ids], status, reason }));
  return moved.ok ? null : moved.error;
}

export async function removeRecord(kind: RecordKind, id: string, what: string): Promise<void> {
  const removed = await save(call('record.remove', { asOf: useReleaseStore.getState().asOf, kind, id }));
  if (!removed.ok) tellError(removed.error);
  else tellDone(`Removed ${what}. Ctrl+Z brings it back.`);
}

/** Takes back the last change of this session. */
export async function undoLast(): Promise<void> {
  const { undoable } = useReleaseStore.getState();
  const last = undoable.at(-1);
  if (!last) return tellDone('There is nothing to take back.');
  useReleaseStore.setState({ undoable: undoable.slice(0, -1) });
  const undone = await takeBack(last);
  if (!undone) return;
  useReleaseStore.setState((state) => ({ redoable: [...state.redoable, undone] }));
  tellDone('Took back the last change. Ctrl+Shift+Z does it again.');
}

/** Does again what was taken back last; a new change forgets what could be done again. */
export async function redoLast(): Promise<void> {
  const { redoable } = useReleaseStore.getState();
  const last = redoable.at(-1);
  if (!last) return tellDone('There is nothing to do again.');
  useReleaseStore.setState({ redoable: redoable.slice(0, -1) });
  const redone = await takeBack(last);
  if (!redone) return;
  useReleaseStore.setState((state) => ({ undoable: [...state.undoable, redone] }));
  tellDone('Did it again.');
}

/** Undoing an undoing is doing it again: both are new entries in the history. */
async function takeBack({ entry, through, wide }: Done): Promise<Done | null> {
  const { asOf, open } = useReleaseStore.getState();
  const undone = await save(call('record.undo', { asOf, entry, through }), 'neither');
  if (!undone.ok) {
    tellError(undone.error);
    return null;
  }
  if (wide && open) await openRelease(open.id);
  return { entry: undone.value.entry, through: undone.value.through, wide };
}

/** Notes files that were attached, each to be taken back by itself, and reads the release anew. */
export async function noteAttached(
  files: readonly { readonly entry: number; readonly through: number }[],
): Promise<void> {
  const { open } = useReleaseStore.getState();
  const done = files.map(({ entry, through }) => ({ entry, through, wide: false }));
  useReleaseStore.setState((state) => ({ undoable: [...state.undoable, ...done], redoable: [] }));
  if (open) await openRelease(open.id);
}

/** Notes what an import did, so that it can be taken back as a whole, and reads the release anew. */
export async function noteWideChange(entry: number, through: number): Promise<void> {
  const { open } = useReleaseStore.getState();
  if (entry > 0)
    useReleaseStore.setState((state) => ({
      undoable: [...state.undoable, { entry, through, wide: true }],
      redoable: [],
    }));
  if (open) await openRelease(open.id);
}

export async function purgeFile(id: string, reason: string): Promise<AppError | null> {
  const purged = await save(call('evidence.purge', { asOf: useReleaseStore.getState().asOf, id, reason }), 'neither');
  return purged.ok ? null : purged.error;
}

async function save(
  pending: Promise<Result<Changed>>,
  then: 'undoable' | 'neither' = 'undoable',
): Promise<Result<Changed>> {
  useReleaseStore.setState((state) => ({ saving: state.saving + 1 }));
  const result = await pending;
  useReleaseStore.setState((state) => ({ saving: state.saving - 1 }));
  if (result.ok) take(result.value, then === 'undoable');
  return result;
}

function take(changed: Changed, undoable: boolean): void {
  const { readiness } = changed;
  // The release itself was taken away: there is nothing left to show of it.
  if (readiness === null) {
    if (useReleaseStore.getState().open?.id === changed.releaseId) useReleaseStore.setState(closed);
    void loadReleases();
    return;
  }
  useReleaseStore.setState((state) => {
    if (state.open?.id !== changed.releaseId) return state;
    let { facts } = state.open;
    for (const change of changed.changes)
      if (change.kind !== 'testIssue') facts = withRecord(facts, change.kind, change.id, change.record);
    const done = { entry: changed.entry, through: changed.through, wide: false };
    return {
      open: { ...state.open, facts, readiness },
      revision: changed.revision,
      ...(undoable && changed.entry > 0 ? { undoable: [...state.undoable, done], redoable: [] } : {}),
    };
  });
  if (changed.changes.some((change) => change.kind === 'release')) void loadReleases();
}
