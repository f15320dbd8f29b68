import { existsSync } from 'node:fs';
import { engineMethods, type MethodName } from '../../shared/contract/engineMethods.ts';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { type AppError, appError } from '../../shared/domain/foundation/appError.ts';
import { findUnplain } from '../../shared/domain/foundation/plainValue.ts';
import { err, fail, type Result } from '../../shared/domain/foundation/result.ts';
import { describeProblem } from '../../shared/domain/records/describeIssue.ts';
import type { Actor } from '../../shared/domain/records/profile.ts';
import { notNamed } from '../../shared/domain/records/whoInSentence.ts';
import { roleOf } from '../../shared/domain/roles/mayChange.ts';
import { closeDb, countingCommits } from '../store/db.ts';
import { DamagedKey, SealedAway } from '../store/keyFile.ts';
import { lastEntry } from '../store/ledger.ts';
import { readProfile } from '../store/metadata.ts';
import { openStore, type Stamps, type Store } from '../store/openStore.ts';
import { hasDatabase, remainsOf } from '../store/remains.ts';
import { releaseReserve } from '../store/reserve.ts';
import { isDiskFull, isStoreFailure, storeErrorOf } from '../store/storeError.ts';
import { storePaths } from '../store/storePaths.ts';
import { leave, movedSentence, settle } from '../store/whereabouts.ts';
import { type EngineContext, newLogId, partlyDoneSentence, unexpected } from './context.ts';
import type { RunDisposable } from './disposable.ts';
import { createFactsCache } from './factsCache.ts';
import { createHeldReadings } from './imports/heldReadings.ts';
import { createListOrder } from './inListOrder.ts';
import { newUuid } from './newUuid.ts';
import { withTarget } from './outTarget.ts';
import { createFollower } from './stayAhead.ts';
import { targetErrorOf } from './targetError.ts';
import { createTold } from './told.ts';
import type { Verb } from './verb.ts';
import { verbs } from './verbs.ts';

/** Whoever cannot ask the keychain reads and writes all the same, and signs nothing. */
const sealedAwaySentence =
  'The private key of this store is in the keychain of the system account that put it there, and this program cannot ask it, so nothing can be signed here; do it in the window under that account, or under Settings there move the key back to its file.';

export interface EngineOptions {
  readonly folder: string;
  readonly appVersion: string;
  /** Whether a folder without a store gets one. */
  readonly createStore: boolean;
  /** Who acts; null: the store's profile. */
  readonly actor: Actor | null;
  readonly runDisposable: RunDisposable;
  readonly logBug: (id: string, error: unknown) => void;
  /** Clock and ids; the machine's own by default. */
  readonly stamps?: Stamps;
  readonly today?: () => CalendarDate;
}

interface CallOptions {
  readonly onProgress?: (report: ProgressReport) => void;
  readonly signal?: AbortSignal;
}

/** The core that window and terminal share: checks input, runs the use case, answers with a value, never throws. */
export interface Engine {
  readonly call: (method: MethodName, input: unknown, options?: CallOptions) => Promise<Result<unknown>>;
  /** The number of the last change, whichever process made it; null while there is no open store. */
  readonly revision: () => number | null;
  /** The open store, for upkeep such as the daily backup; null while there is none. */
  readonly openedStore: () => Store | null;
  /** The sentence that says that the open store turned out to be a copy; null where it did not. */
  readonly moved: () => string | null;
  readonly close: () => void;
}

export function createEngine(options: EngineOptions): Engine {
  const stamps = options.stamps ?? { now: () => new Date().toISOString(), newId: newUuid };
  let opened: Result<Store> | null = null;
  const cache = createFactsCache();
  const told = createTold();
  const readings = createHeldReadings();
  const inListOrder = createListOrder();
  const stayAhead = createFollower();

  const openedStore = () => (opened?.ok ? opened.value : null);
  const close = () => {
    const current = openedStore();
    if (current) leave(current.db);
    if (current) closeDb(current.db);
    opened = null;
    cache.clear();
    told.clear();
    readings.clear();
  };
  const paths = storePaths(options.folder);
  const hasStore = () => opened?.ok === true || hasDatabase(paths) || remainsOf(paths) !== null;
  const store = () => {
    if (opened?.ok) {
      stayAhead(opened.value);
      return opened;
    }
    if (!options.createStore && !hasStore()) {
      const { folder } = options;
      // What a first start leaves that ended before it had written anything; what was written leaves more (`remains.ts`).
      if (existsSync(paths.database))
        return fail(
          'storeMissing',
          `The database of the store in ${folder} is empty; restore a backup from elsewhere if it held anything, or import a release to begin it.`,
          folder,
        );
      return fail(
        'storeMissing',
        `There is no store in ${folder}; check --store, or import a release to begin one.`,
        folder,
      );
    }
    opened = openStore(options.folder, stamps);
    if (opened.ok) {
      settle(opened.value, stamps);
      stayAhead(opened.value);
    }
    return opened;
  };
  const actor = () => {
    const current = openedStore();
    return options.actor ?? (current && readProfile(current.db)) ?? notNamed;
  };

  const role = () => {
    if (options.actor) return roleOf(options.actor.organisation) ?? 'outsider';
    const current = openedStore();
    return (current && readProfile(current.db)?.role) ?? 'unnamed';
  };

  /** On a full disk what was kept back is given back, so that a person can still read, export and delete. */
  const failureOf = (error: unknown) => {
    const told = storeErrorOf(error, options.folder);
    if (!isDiskFull(error) || !releaseReserve(storePaths(options.folder))) return told;
    return { ...told, message: `${told.message} Some space that the app had kept back was released for now.` };
  };

  const base = {
    folder: options.folder,
    appVersion: options.appVersion,
    stamps,
    today: options.today ?? (() => londonDay(Date.now())),
    store,
    hasStore,
    closeStore: close,
    cache,
    told,
    readings,
    inListOrder,
    actor,
    role,
    runDisposable: options.runDisposable,
    logBug: options.logBug,
  };

  const call = async (method: MethodName, input: unknown, callOptions: CallOptions = {}) => {
    const unplain = findUnplain(input);
    if (unplain) {
      const { where, what } = unplain;
      return err(appError('invalidInput', `${where || 'The input'} ${what}.`, where));
    }
    const parsed = engineMethods[method].input.safeParse(input);
    if (!parsed.success) {
      const problem = describeProblem(parsed.error, input);
      return err(appError('invalidInput', `${problem.where || 'The input'} ${problem.what}.`, problem.where));
    }
    const context: EngineContext = {
      ...base,
      onProgress: callOptions.onProgress ?? (() => undefined),
      signal: callOptions.signal ?? new AbortController().signal,
    };
    const failed = (error: unknown, isPartlyDone: boolean): AppError => {
      const target = targetErrorOf(error, parsed.data);
      if (target) return target;
      if (isStoreFailure(error)) {
        const known = failureOf(error);
        return isPartlyDone ? { ...known, message: `${known.message} ${partlyDoneSentence}` } : known;
      }
      if (error instanceof DamagedKey) return appError('storeFailed', error.sentence, 'private.key');
      if (error instanceof SealedAway) return appError('notAllowed', sealedAwaySentence);
      const id = newLogId();
      options.logBug(id, error);
      return unexpected(id, isPartlyDone);
    };
    return countingCommits(async (committed) => {
      try {
        const targeted = withTarget(options.folder, method, parsed.data);
        return targeted.ok ? await (verbs[method] as Verb).run(context, targeted.value as never) : targeted;
      } catch (error) {
        return err(failed(error, committed() > 0));
      }
    });
  };

  const revision = () => {
    const current = openedStore();
    return current ? lastEntry(current.db) : null;
  };
  const movedNow = () => {
    const current = openedStore();
    return current && movedSentence(current);
  };
  return { call, revision, openedStore, moved: movedNow, close };
}
