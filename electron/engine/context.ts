import { randomUUID } from 'node:crypto';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { Actor } from '../../shared/domain/records/profile.ts';
import type { Authority } from '../../shared/domain/roles/mayChange.ts';
import type { Stamps, Store } from '../store/openStore.ts';
import type { RunDisposable } from './disposable.ts';
import type { FactsCache } from './factsCache.ts';
import type { HeldReadings } from './imports/heldReadings.ts';
import type { InListOrder } from './inListOrder.ts';
import type { Told } from './told.ts';

/** What every use case may use. Clock, ids, store and processes come in; nothing is reached for. */
export interface EngineContext {
  readonly folder: string;
  readonly appVersion: string;
  readonly stamps: Stamps;
  /** Today in Europe/London: the default as-of date. */
  readonly today: () => CalendarDate;
  /** Opens the store at the first need; the same answer afterwards. */
  readonly store: () => Result<Store>;
  /** Whether there is a store, or what is left of one; where not, `store()` may make one, so what can be refused is first. */
  readonly hasStore: () => boolean;
  /** Closes the store so that its file can be replaced; the next `store()` opens it anew. */
  readonly closeStore: () => void;
  readonly cache: FactsCache;
  /** The findings that the window was told last. */
  readonly told: Told;
  /** Tables that were read and wait to be taken. */
  readonly readings: HeldReadings;
  /** What is added as one list: files of it may be copied side by side, and are recorded in its order. */
  readonly inListOrder: InListOrder;
  readonly actor: () => Actor;
  /** What the actor may change. */
  readonly role: () => Authority;
  readonly runDisposable: RunDisposable;
  readonly onProgress: (report: ProgressReport) => void;
  readonly signal: AbortSignal;
  /** Logs a bug under the id that the user's sentence names. */
  readonly logBug: (id: string, error: unknown) => void;
}

/** A short id that the user can read out and support can find in the log. */
export function newLogId(): string {
  return randomUUID().slice(0, 8);
}

/** Said where something of a use case stands though the rest of it failed. */
export const partlyDoneSentence =
  'What was recorded before that stands; look at how things are now before you try again.';

/** @param isPartlyDone whether the use case had committed something by then */
export function unexpected(id: string, isPartlyDone: boolean): AppError {
  const message = isPartlyDone
    ? `Something went wrong inside the app after a part of it was done. ${partlyDoneSentence} The log names it ${id}.`
    : `Something went wrong inside the app; nothing was changed. The log names it ${id}.`;
  return { kind: 'unexpected', message, where: null };
}
