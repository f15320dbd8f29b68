import { create } from 'zustand';
import type { Changed } from '../../shared/contract/recordMethods.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { Readiness } from '../../shared/domain/readiness/computeReadiness.ts';
import type { ListKind, RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { withRecord } from '../../shared/domain/records/withRecord.ts';
import { call } from '../api.ts';
import { loadReleases } from './appStore.ts';
import { tellDone, tellError } from './notify.ts';

type Fields = Readonly<Record<string, unknown>>;

interface OpenRelease {
  readonly id: string;
  readonly archived: boolean;
  readonly facts: ReleaseFacts;
  readonly readiness: Readiness;
}

interface ReleaseState {
  readonly open: OpenRelease | null;
  readonly revision: number;
  /** The day to judge on; null: today in London. */
  readonly asOf: CalendarDate | null;
  /** How many changes are on their way; the header says «Saving…» while there are any. */
  readonly saving: number;
  /** The entries of this session that can be taken back, newest last. */
  readonly undoable: readonly number[];
}

const closed: ReleaseState = { open: null, revision: 0, asOf: null, saving: 0, undoable: [] };

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

export async function removeRecord(kind: RecordKind, id: string, what: string): Promise<void> {
  const removed = await save(call('record.remove', { asOf: useReleaseStore.getState().asOf, kind, id }));
  if (!removed.ok) tellError(removed.error);
  else tellDone(`Removed ${what}. Ctrl+Shift+Z brings it back.`);
}

/** Takes back the last change of this session. */
export async function undoLast(): Promise<void> {
  const entry = useReleaseStore.getState().undoable.at(-1);
  if (entry === undefined) return tellDone('There is nothing to take back.');
  useReleaseStore.setState((state) => ({ undoable: state.undoable.slice(0, -1) }));
  const undone = await save(call('record.undo', { asOf: useReleaseStore.getState().asOf, entry }), false);
  if (!undone.ok) tellError(undone.error);
  else tellDone('Took back the last change.');
}

export async function purgeFile(id: string, reason: string): Promise<AppError | null> {
  const purged = await save(call('evidence.purge', { asOf: useReleaseStore.getState().asOf, id, reason }), false);
  return purged.ok ? null : purged.error;
}

async function save(pending: Promise<Result<Changed>>, undoable = true): Promise<Result<Changed>> {
  useReleaseStore.setState((state) => ({ saving: state.saving + 1 }));
  const result = await pending;
  useReleaseStore.setState((state) => ({ saving: state.saving - 1 }));
  if (result.ok) take(result.value, undoable);
  return result;
}

function take(changed: Changed, undoable: boolean): void {
  useReleaseStore.setState((state) => {
    if (state.open?.id !== changed.releaseId) return state;
    let { facts } = state.open;
    for (const change of changed.changes) facts = withRecord(facts, change.kind, change.id, change.record);
    return {
      open: { ...state.open, facts, readiness: changed.readiness },
      revision: changed.revision,
      undoable: undoable && changed.entry > 0 ? [...state.undoable, changed.entry] : state.undoable,
    };
  });
  if (changed.changes.some((change) => change.kind === 'release')) void loadReleases();
}
