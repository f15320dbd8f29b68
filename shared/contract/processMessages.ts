import type { Result } from '../domain/foundation/result.ts';

/** How far long work is. */
export interface ProgressReport {
  /** What is being done, in plain words. */
  readonly text: string;
  /** From 0 to 1; null where nobody can tell. */
  readonly fraction: number | null;
}

/** The disposable programs: one makes and reads packs, one reads what people bring, one opens what others sent. */
export type DisposableProgram = 'documents' | 'importers' | 'exchange';

/** What a disposable process is asked to do: plain data, paths and never contents. */
export interface DisposableJob {
  readonly program: DisposableProgram;
  readonly task: string;
  readonly input: unknown;
  /** Beyond these it ends itself. */
  readonly limits?: JobLimits;
  /** Another of this kind is expected soon: a process for it may be started ahead. */
  readonly again?: boolean;
}

/** What one job may take of the machine: memory of the whole process, and time. */
export interface JobLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Told to a disposable process that waits for its job: it will be like this one, so that it can get ready. */
export interface ExpectedJob {
  readonly expected: DisposableJob;
}

/** What a disposable process sends back. */
export type DisposableReply =
  | { readonly kind: 'progress'; readonly report: ProgressReport }
  | { readonly kind: 'done'; readonly result: Result<unknown> };

/** Main → engine. Replies of a disposable process are passed on, for the main process alone may start processes. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  /** Asked now and then, to tell whether the engine still answers. */
  | { readonly kind: 'ping' }
  | { readonly kind: 'processReply'; readonly id: number; readonly reply: DisposableReply }
  | { readonly kind: 'processEnded'; readonly id: number };

/** The store moved on, whoever moved it. `work` false: only packs were issued, so every fact stands as it did. */
export interface StoreChange {
  readonly revision: number;
  readonly work: boolean;
}

/** Engine → main. */
export type FromEngine =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'progress'; readonly id: number; readonly report: ProgressReport }
  | { readonly kind: 'pong' }
  | { readonly kind: 'changed'; readonly change: StoreChange }
  | { readonly kind: 'bug'; readonly id: string; readonly text: string }
  | { readonly kind: 'startProcess'; readonly id: number; readonly job: DisposableJob }
  | { readonly kind: 'endProcess'; readonly id: number };
