/**
 * Everything that is expected to go wrong. The kind decides the exit code of the CLI and what the window offers;
 * the message is one plain sentence for the user that says what, where and how to mend it.
 */
export type AppErrorKind =
  | 'usage' // the call itself is wrong (exit 2)
  | 'invalidInput' // a value or a file is refused (exit 3)
  | 'notFound' // the named thing is not in the store (exit 3)
  | 'conflict' // it would clash with what is there (exit 3)
  | 'notAllowed' // the profile's role may not do this (exit 3)
  | 'blocked' // open blockers forbid a final pack (exit 1)
  | 'cancelled' // the user stopped it (exit 1)
  | 'storeMissing' // there is no store at this place (exit 4)
  | 'storeNewer' // written by a newer version of the app (exit 4)
  | 'storeCorrupt' // SQLite cannot read it, or it fails its own checks (exit 4)
  | 'storeBusy' // another process holds the store (exit 4)
  | 'storeFailed' // disk full, no permission and the like (exit 4)
  | 'factsDiffer' // a backup is sound, but its facts are not what its history says: only a confirmation restores it (exit 3)
  | 'engineStopped' // the engine process ended while it worked
  | 'renderFailed' // the document process ended or refused
  | 'unexpected'; // a bug: logged under the id that the sentence names

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
