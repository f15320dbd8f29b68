import { type AppError, type AppErrorKind, appError } from './appError.ts';

/** An expected failure is a value, never an exception. */
export type Result<T, E = AppError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** Shorthand for the usual failure: a kind, a sentence and the place it concerns. */
export function fail(kind: AppErrorKind, message: string, where: string | null = null): Result<never, AppError> {
  return err(appError(kind, message, where));
}
