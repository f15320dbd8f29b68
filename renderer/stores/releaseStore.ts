import { create } from 'zustand';
import type { InputOf } from '../../shared/contract/engineMethods.ts';
import type { Changed } from '../../shared/contract/record.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { Readiness } from '../../shared/domain/readiness/computeReadiness.ts';
import type { ListKind, RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { withRecord } from '../../shared/domain/records/withRecord.ts';
import { call } from '../api.ts';
import { goTo, loadReleases, screens, useAppStore } from './appStore.ts';
import { clearedInWords } from './clearedInWords.ts';
import { deedOfChanges } from './deed.ts';
import { createKnownFindings, isGone } from './knownFindings.ts';
import { liveQuestion } from './liveQuestion.ts';
import { forgetOffers, tellDone, tellError } from './notify.tsx';
import { recordIn, shownValues } from './recordIn.ts';
import { type Done, doing, type UnderWay, whenDone } from './underWay.ts';

type Fields = Readonly<Record<string, unknown>>;

interface OpenRelease {
  readonly id: string;
  readonly archived: boolean;
  readonly facts: ReleaseFacts;
  readonly readiness: Readiness;
  /** What the engine calls these findings. */
  readonly told: string | null;
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

useReleaseStore.subscribe((now, before) => {
  // What lies below the top may go with a release that is no longer open: the next thing to take back is the same.
  const isNext = now.undoable.at(-1) === before.undoable.at(-1) && now.redoable.at(-1) === before.redoable.at(-1);
  if (!isNext) forgetOffers();
});

const opening = liveQuestion();
/** The release that is being opened; null: none is. */
let asked: string | null = null;
const known = createKnownFindings();

/** On which day a change is judged, and what its answer may leave out. */
export function asking(): Pick<InputOf<'record.edit'>, 'asOf' | 'knows'> {
  const { asOf, open } = useReleaseStore.getState();
  return { asOf, knows: open?.told ?? null };
}

/** Opens a release; of several at once the last one asked for counts. */
export function openRelease(release: string): Promise<void> {
  asked = release;
  return new Promise((done) => {
    const { asOf } = useReleaseStore.getState();
    const ask = async () => {
      const opened = await call('release.open', { release, asOf, knows: null });
      done();
      return opened;
    };
    opening.ask(ask, (opened) => {
      asked = null;
      if (!opened.ok) {
        if (opened.error.kind === 'notFound' && useReleaseStore.getState().open?.id === release)
          void leaveIfGone(release, opened.error);
        else tellError(opened.error);
        return;
      }
      const { id, archived, facts, readiness, revision, state: told = null } = opened.value;
      if (told !== null) known.hold(told, readiness);
      const belongs = (one: Done) => one.releaseId === id || one.reach === 'release';
      useReleaseStore.setState((state) => ({
        open: { id, archived, facts, readiness, told },
        revision,
        undoable: state.undoable.filter(belongs),
        redoable: state.redoable.filter(belongs),
      }));
    });
  });
}

/**
 * Reads anew what is open, or what is being opened: a change that is told of meanwhile must not bring the one before it back.
 */
export async function refreshOpen(): Promise<void> {
  const release = asked ?? useReleaseStore.getState().open?.id ?? null;
  if (release !== null) await openRelease(release);
}

/**
 * A release that was removed elsewhere stays open no longer; the list goes first, for what it names next is opened. One
 * that is removed here, or whose making is taken back, is left and told of by that, which may not have ended yet.
 */
async function leaveIfGone(release: string, error: AppError): Promise<void> {
  await whenDone();
  await loadReleases();
  if (useReleaseStore.getState().open?.id !== release) return;
  tellError(error);
  leaveRelease();
}

/**
 * Nothing is open any more: the release that was is no longer in the store. Another one is opened next; shown at the same
 * place, its records would read as those of the one that is gone, so that all releases are shown first.
 */
export function leaveRelease(): void {
  opening.stop();
  asked = null;
  const gone = useReleaseStore.getState().open?.id;
  const { screen, releases } = useAppStore.getState();
  const others = releases.filter(({ id }) => id !== gone);
  useAppStore.setState({ releases: others });
  if (others.length > 0 && screens.some((name) => name === screen)) goTo('portfolio');
  useReleaseStore.setState({ open: null });
}

/** Reads the release anew when another process or a merge changed the store. */
export async function refreshRelease(revision: number | null): Promise<void> {
  if (revision !== null && revision <= useReleaseStore.getState().revision) return;
  await refreshOpen();
  await loadReleases();
}

/** The store moved on and no fact with it: what follows the store is asked again, and the release stays as it is. */
export function noteRevision(revision: number): void {
  useReleaseStore.setState((state) => (revision > state.revision ? { revision } : state));
}

/** Looks at the release as it stood, or will stand, on another day; nothing is changed by it. */
export async function judgeOn(asOf: CalendarDate | null): Promise<void> {
  useReleaseStore.setState({ asOf });
  await refreshOpen();
}

export async function createRecord(kind: ListKind, fields: Fields, onBehalf = false): Promise<string | null> {
  const open = useReleaseStore.getState().open;
  if (!open) return null;
  let id: string | null = null;
  const note = (made: string | null) => {
    id = made;
  };
  const refused = await addRecord(open.id, kind, fields, note, onBehalf);
  if (refused) tellError(refused);
  return id;
}

/** Adds a record; `note` is told its id before the window shows it, so that a form that stands open stays that form. */
export async function addRecord(
  releaseId: string,
  kind: ListKind,
  fields: Fields,
  note: (id: string | null) => void,
  onBehalf = false,
): Promise<AppError | null> {
  const asked = call('record.create', { ...asking(), releaseId, kind, fields, onBehalf });
  const noted = asked.then((made) => {
    if (made.ok) note(made.value.changes[0]?.id ?? null);
    return made;
  });
  const made = await save(noted);
  return made.ok ? null : made.error;
}

/**
 * The error comes back to the field that was edited, which shows it beside itself. `expects`: the values typed over, or
 * else those that the window shows. One that stands otherwise by now is refused; the release is then read anew.
 * `onBehalf`: what another side keeps is recorded for it, and marked so.
 */
export async function editRecord(
  kind: RecordKind,
  id: string,
  fields: Fields,
  expects?: Fields,
  onBehalf = false,
): Promise<AppError | null> {
  const cleared = clearedInWords(kind, recordNow(kind, id), fields);
  const edited = await save(
    call('record.edit', {
      ...asking(),
      kind,
      id,
      fields,
      expects: expects ?? shownValues(useReleaseStore.getState().open?.facts)(kind, id, fields),
      onBehalf,
    }),
  );
  if (edited.ok && cleared) tellDone(cleared, 'undo');
  return edited.ok ? null : await readAnew(edited.error);
}

/** The same where there is no field to show the error: the person is told. */
export async function editAndTell(kind: RecordKind, id: string, fields: Fields): Promise<void> {
  const refused = await editRecord(kind, id, fields);
  if (refused) tellError(refused);
}

/** Where it stands otherwise by now, the release is read anew, so that the window shows what is asked about. */
export async function readAnew(error: AppError): Promise<AppError> {
  if (error.kind === 'conflict') await refreshRelease(null);
  return error;
}

/** One record of the open release as the window knows it now. */
export function recordNow(kind: RecordKind, id: string): Fields | null {
  return recordIn(useReleaseStore.getState().open?.facts, kind, id);
}

/**
 * Many records in one go, as one thing to take back; none is written over a value that the window does not show. Null:
 * it was refused, and the person was told why. `note` is told before the window shows it.
 */
export async function saveMany(
  saves: InputOf<'record.saveMany'>['saves'],
  onBehalf = false,
  note?: (made: Changed) => void,
): Promise<Changed | null> {
  const { open } = useReleaseStore.getState();
  if (!open || saves.length === 0) return null;
  const valuesOf = shownValues(open.facts);
  const asked = saves.map(({ kind, id, fields }) =>
    id === null ? { kind, id, fields } : { kind, id, fields, expects: valuesOf(kind, id, fields) },
  );
  const pending = call('record.saveMany', { ...asking(), releaseId: open.id, saves: asked, onBehalf });
  const noted = pending.then((made) => {
    if (made.ok) note?.(made.value);
    return made;
  });
  const saved = await save(noted);
  if (!saved.ok) tellError(await readAnew(saved.error));
  return saved.ok ? saved.value : null;
}

export async function removeRecord(kind: RecordKind, id: string, what: string): Promise<void> {
  const removed = await save(call('record.remove', { ...asking(), kind, id }));
  if (!removed.ok) tellError(removed.error);
  else tellDone(`Removed ${what}. Ctrl+Z brings it back.`, 'undo');
}

/** Notes what was done, so that it can be taken back. */
export function noteDone({ place }: UnderWay, done: Omit<Done, 'place'>): void {
  useReleaseStore.setState((state) => ({ undoable: [...state.undoable, { ...done, place }], redoable: [] }));
}

export function save<Answer extends Changed>(
  pending: Promise<Result<Answer>>,
  then: 'undoable' | 'neither' = 'undoable',
): Promise<Result<Answer>> {
  return doing(async ({ place }) => {
    useReleaseStore.setState((state) => ({ saving: state.saving + 1 }));
    const result = await pending;
    useReleaseStore.setState((state) => ({ saving: state.saving - 1 }));
    if (result.ok) take(result.value, then === 'undoable' ? place : null);
    return result;
  });
}

/** @param place where what was done stands among all that was begun; null: it is not to be taken back */
function take(changed: Changed, place: number | null): void {
  const { releaseId, state: told = null } = changed;
  if (isGone(changed)) {
    if (useReleaseStore.getState().open?.id === releaseId) leaveRelease();
    return;
  }
  const readiness = known.after(changed);
  useReleaseStore.setState((state) => {
    if (state.open?.id !== releaseId) return state;
    let { facts } = state.open;
    const what = deedOfChanges(facts, changed.changes);
    for (const change of changed.changes)
      if (change.kind !== 'testIssue') facts = withRecord(facts, change.kind, change.id, change.record);
    const { entry, through } = changed;
    const isNoted = place !== null && entry > 0;
    return {
      open: { ...state.open, facts, ...(readiness && { readiness, told }) },
      revision: changed.revision,
      ...(isNoted
        ? { undoable: [...state.undoable, { releaseId, entry, through, reach: 'records', what, place }], redoable: [] }
        : {}),
    };
  });
  if (readiness === null || changed.incomplete) void refreshRelease(null);
  else if (changed.changes.some((change) => change.kind === 'release')) void loadReleases();
}
