import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/domain/foundation/appError.ts';

/** Rest after the last keystroke, in milliseconds, before a field saves by itself (design.md). */
const restBeforeSaving = 2000;

interface Autosave<T> {
  readonly value: T;
  readonly error: string | null;
  readonly type: (value: T) => void;
  /** Saves at once: on blur, on Enter, or for a choice that is made with one click. */
  readonly commit: (value?: T) => void;
}

/** What is typed stays in the field until it is saved or refused; a refusal is shown beside the field, and nothing is lost. */
export function useAutosave<T>(saved: T, save: (value: T) => Promise<AppError | null>): Autosave<T> {
  const [typed, setTyped] = useState<{ readonly value: T } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ saved, save, typed });
  latest.current = { saved, save, typed };

  const commit = async (given?: T) => {
    if (timer.current) clearTimeout(timer.current);
    const pending = given === undefined ? latest.current.typed : { value: given };
    if (!pending) return;
    if (JSON.stringify(pending.value) === JSON.stringify(latest.current.saved)) {
      setTyped(null);
      setError(null);
      return;
    }
    setTyped(pending);
    const refused = await latest.current.save(pending.value);
    setError(refused?.message ?? null);
    if (!refused) setTyped((current) => (current?.value === pending.value ? null : current));
  };

  const type = (value: T) => {
    setTyped({ value });
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => void commit(), restBeforeSaving);
  };

  const commitLatest = useRef(commit);
  commitLatest.current = commit;
  // A field that leaves the screen with something typed saves it first.
  useEffect(() => () => void commitLatest.current(), []);

  return { value: typed ? typed.value : saved, error, type, commit: (value) => void commit(value) };
}
