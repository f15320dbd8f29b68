import { AsyncLocalStorage } from 'node:async_hooks';
import type { ReadableDb, WritableDb } from './handles.ts';
import { connectionOf, statement } from './statement.ts';

export type { ReadableDb, WritableDb } from './handles.ts';

const commits = new AsyncLocalStorage<{ count: number }>();

/**
 * Runs a use case and counts what it commits, wherever in it that is done, so that whoever tells of its failure knows
 * whether something stands all the same. What others commit meanwhile is theirs.
 */
export async function countingCommits<T>(work: (committed: () => number) => Promise<T>): Promise<T> {
  const counter = { count: 0 };
  return commits.run(counter, () => work(() => counter.count));
}

/** Runs `work` in one immediate transaction: all of it happens, or nothing does. */
export function inTransaction<T>(db: ReadableDb, work: (db: WritableDb) => T): T {
  const connection = connectionOf(db);
  const before = changesIn(db);
  const done = connection.transaction(() => work(db as WritableDb)).immediate();
  const counter = commits.getStore();
  // One inside another stands once that one does.
  if (counter && !connection.inTransaction && changesIn(db) > before) counter.count += 1;
  return done;
}

/** Thrown past the writes of a trial, so that all of them are taken back. */
class TrialEnd extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('the end of a trial');
    this.answer = answer;
  }
}

/** Does something as it would be done and keeps nothing of it: `leave`, inside its transaction, is how the answer comes out. */
export function forTrial<T>(work: (leave: (answer: T) => never) => T): T {
  try {
    return work((answer) => {
      throw new TrialEnd(answer);
    });
  } catch (error) {
    if (error instanceof TrialEnd) return error.answer as T;
    throw error;
  }
}

/** Rows that this connection wrote, taken back or not. */
function changesIn(db: ReadableDb): number {
  return statement<[], { total: number }>(db, 'SELECT total_changes() AS total').get()?.total ?? 0;
}

/** Runs `work`, which reads several things, on one state of the store. */
export function inOneState<T>(db: ReadableDb, work: () => T): T {
  return connectionOf(db).transaction(work)();
}

export function closeDb(db: ReadableDb): void {
  connectionOf(db).close();
}

/** Changes with every commit of another connection, and with none of this one. */
export function readDataVersion(db: ReadableDb): number {
  return connectionOf(db).pragma('data_version', { simple: true }) as number;
}
