import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/domain/foundation/appError.ts';

/** Rest after the last keystroke, in milliseconds, before a field saves by itself (design.md). */
const restBeforeSaving = 2000;
/** Rest before the keystrokes themselves are kept, so that a closed window or a killed process loses nothing typed. */
const restBeforeKeeping = 150;

interface Autosave<T> {
  readonly value: T;
  readonly error: string | null;
  readonly type: (value: T) => void;
  /** Saves at once: on blur, on Enter, or for a choice that is made with one click. */
  readonly commit: (value?: T) => void;
}

/** Where keystrokes are kept until they are saved. */
export interface DraftKeeper<T> {
  /** What was typed before and never saved; undefined where there is nothing. */
  readonly left: T | undefined;
  readonly keep: (value: T | undefined) => void;
}

/** What is typed stays in the field until it is saved or refused; a refusal is shown beside the field, and nothing is lost. */
export function useAutosave<T>(
  saved: T,
  save: (value: T) => Promise<AppError | null>,
  drafts: DraftKeeper<T>,
): Autosave<T> {
  const [typed, setTyped] = useState<{ readonly value: T } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const saving = useRef<ReturnType<typeof setTimeout> | null>(null);
  const keeping = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ saved, save, typed, drafts });
  latest.current = { saved, save, typed, drafts };

  const stopTimers = () => {
    if (saving.current) clearTimeout(saving.current);
    if (keeping.current) clearTimeout(keeping.current);
  };
  const commit = async (given?: T) => {
    stopTimers();
    const pending = given === undefined ? latest.current.typed : { value: given };
    if (!pending) return;
    if (JSON.stringify(pending.value) === JSON.stringify(latest.current.saved)) {
      latest.current.drafts.keep(undefined);
      setTyped(null);
      setError(null);
      return;
    }
    setTyped(pending);
    const refused = await latest.current.save(pending.value);
    setError(refused?.message ?? null);
    if (refused) latest.current.drafts.keep(pending.value);
    else setTyped((current) => (current?.value === pending.value ? null : current));
  };

  const type = (value: T) => {
    setTyped({ value });
    stopTimers();
    keeping.current = setTimeout(() => latest.current.drafts.keep(value), restBeforeKeeping);
    saving.current = setTimeout(() => void commit(), restBeforeSaving);
  };

  const commitLatest = useRef(commit);
  commitLatest.current = commit;
  // What was left the last time stands in the field again, and saves as what is typed does.
  const { left } = drafts;
  useEffect(() => {
    if (left === undefined) return;
    setTyped((current) => current ?? { value: left });
    saving.current ??= setTimeout(() => void commitLatest.current(), restBeforeSaving);
  }, [left]);
  // A field that leaves the screen with something typed saves it first.
  useEffect(() => () => void commitLatest.current(), []);

  return { value: typed ? typed.value : saved, error, type, commit: (value) => void commit(value) };
}
