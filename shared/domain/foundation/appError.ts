import { inWindow } from './inWindow.ts';

/** How the command line ends: with which of its exit codes (`electron/cli/terminal.ts`). */
interface ErrorKind {
  readonly meaning: string;
  readonly ends: 'notInOrder' | 'usage' | 'refused' | 'store';
}

/**
 * Everything that is expected to go wrong. The kind decides the exit code of the CLI and what the window offers;
 * the message is one plain sentence for the user that says what, where and how to mend it (`docs/errors.md`).
 */
export const errorKinds = {
  usage: { meaning: 'the call itself is wrong', ends: 'usage' },
  invalidInput: { meaning: 'a value or a file is refused', ends: 'refused' },
  notFound: { meaning: 'the named thing is not in the store', ends: 'refused' },
  conflict: { meaning: 'it would clash with what is there', ends: 'refused' },
  notAllowed: { meaning: 'the profile’s role may not do this', ends: 'refused' },
  blocked: { meaning: 'open blockers forbid a final pack', ends: 'notInOrder' },
  cancelled: { meaning: 'the user stopped it', ends: 'notInOrder' },
  storeMissing: { meaning: 'there is no store at this place', ends: 'store' },
  storeNewer: { meaning: 'the store was written by a newer version of the app', ends: 'store' },
  storeCorrupt: { meaning: 'SQLite cannot read the store, or it fails its own checks', ends: 'store' },
  storeBusy: { meaning: 'another process holds the store', ends: 'store' },
  storeFailed: { meaning: 'disk full, no permission and the like', ends: 'store' },
  factsDiffer: {
    meaning: 'a backup is sound, but its facts are not what its history says: only a confirmation restores it',
    ends: 'refused',
  },
  engineStopped: { meaning: 'the engine process ended while it worked', ends: 'notInOrder' },
  renderFailed: { meaning: 'the document process ended or refused', ends: 'notInOrder' },
  unexpected: { meaning: 'a bug: logged under the id that the sentence names', ends: 'notInOrder' },
} as const satisfies Readonly<Record<string, ErrorKind>>;

export type AppErrorKind = keyof typeof errorKinds;

export interface AppError {
  readonly kind: AppErrorKind;
  /** One sentence in plain British English. */
  readonly message: string;
  /** Where in the input: a path inside a file, a record key or a file name; null where there is no such place. */
  readonly where: string | null;
}

export function appError(kind: AppErrorKind, message: string, where: string | null = null): AppError {
  return { kind, message, where };
}

/** The same for the window. */
export function sayInWindow(error: AppError): AppError {
  return { ...error, message: inWindow(error.message) };
}
