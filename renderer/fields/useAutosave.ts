import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Typed } from '../stores/draftStore.ts';

/** Rest after the last keystroke, in milliseconds, before a field saves by itself (docs/design.md). */
const restBeforeSaving = 2000;
/** Rest before the keystrokes themselves are kept, so that a closed window or a killed process loses nothing typed. */
const restBeforeKeeping = 150;

interface Autosave<T> {
  readonly value: T;
  readonly error: string | null;
  /** Whether what stands here is what is saved: nothing is typed, on its way or refused. */
  readonly isSettled: boolean;
  /** What somebody else saved in the meantime; null where nobody did. Nothing saves until the person has chosen. */
  readonly theirs: { readonly value: T } | null;
  readonly type: (value: T) => void;
  /** Saves at once: on blur, on Enter, or for a choice that is made with one click. */
  readonly commit: (value?: T) => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** Gives up what was typed since the field was entered, also where it was saved meanwhile; false: there was nothing. */
  readonly restore: () => boolean;
}

/** One value saved in place of another, both as JSON. */
interface Saved {
  readonly over: string;
  readonly value: string;
}

/** Where keystrokes are kept until they are saved. */
export interface DraftKeeper<T> {
  /** What was typed before and never saved; undefined where there is nothing. */
  readonly left: Typed<T> | undefined;
  readonly keep: (typed: Typed<T> | undefined) => void;
  /** The field left the screen, and what was typed could not be saved: keeps it and says so. Null: it waits for an answer. */
  readonly leave: (typed: Typed<T>, refused: AppError | null) => void;
}

/**
 * What is typed stays in the field until it is saved or refused; a refusal is shown beside the field, and nothing is
 * lost. Where another process saved a different value meanwhile, neither overwrites the other: the field asks.
 */
export function useAutosave<T>(
  saved: T,
  save: (value: T, over: T) => Promise<AppError | null>,
  drafts: DraftKeeper<T>,
): Autosave<T> {
  const [typed, setTyped] = useState<Typed<T> | null>(null);
  const [error, setError] = useState<string | null>(null);
  const saving = useRef<ReturnType<typeof setTimeout> | null>(null);
  const keeping = useRef<ReturnType<typeof setTimeout> | null>(null);
  /** What this field sent last: its coming back is nobody else's change. */
  const sent = useRef<string | null>(null);
  /** What stood here before the first keystroke since the field was entered, as JSON; null: nothing was typed since. */
  const before = useRef<string | null>(null);
  /** The save that is on its way. */
  const inFlight = useRef<Promise<void> | null>(null);
  /** The last save that was done, until its outcome is drawn: what was typed meanwhile stands over that outcome. */
  const done = useRef<Saved | null>(null);
  /** Whether the field is on the screen, where it can show what became of a save. */
  const isShown = useRef(true);
  const latest = useRef({ saved, save, typed, drafts });
  latest.current = { saved, save, typed, drafts };
  if (done.current && asJson(saved) === done.current.value && typed?.over !== done.current.over) done.current = null;

  const stopTimers = () => {
    if (saving.current) clearTimeout(saving.current);
    if (keeping.current) clearTimeout(keeping.current);
  };
  const keepUnsaved = (pending: Typed<T>, refused: AppError | null) => {
    if (isShown.current) latest.current.drafts.keep(pending);
    else latest.current.drafts.leave(pending, refused);
  };
  const over = () => latest.current.typed?.over ?? asJson(latest.current.saved);
  const commit = async (given?: T) => {
    stopTimers();
    // What was chosen stands in the field at once, also while a save is under way: the next choice builds on it.
    if (given !== undefined) {
      const chosen = { value: given, over: over() };
      latest.current = { ...latest.current, typed: chosen };
      setTyped(chosen);
    }
    // One at a time: what is typed on while a save is under way stands over the outcome of that save.
    while (inFlight.current) await inFlight.current;
    const own = done.current;
    const pending = latest.current.typed;
    if (!pending) return;
    if (isOverwritten(pending, latest.current.saved, sent.current)) {
      keepUnsaved(pending, null);
      setTyped(pending);
      return;
    }
    if (asJson(pending.value) === asJson(latest.current.saved)) {
      latest.current.drafts.keep(undefined);
      setTyped(null);
      setError(null);
      return;
    }
    setTyped(pending);
    sent.current = asJson(pending.value);
    const sending = { over: own?.over === pending.over ? own.value : pending.over, value: asJson(pending.value) };
    const answer = latest.current.save(pending.value, JSON.parse(sending.over));
    const onItsWay = answer.then((failed) => {
      done.current = failed ? null : sending;
    });
    inFlight.current = onItsWay;
    const refused = await answer;
    if (inFlight.current === onItsWay) inFlight.current = null;
    setError(refused?.message ?? null);
    if (refused) return keepUnsaved(pending, refused);
    // It was left unsaved an earlier time, and is not to stand there again.
    if (latest.current.drafts.left !== undefined) latest.current.drafts.keep(undefined);
    setTyped((current) => (current?.value === pending.value ? null : rebased(current, asJson(pending.value))));
  };

  const type = (value: T) => {
    const next = { value, over: over() };
    before.current ??= next.over;
    setTyped(next);
    stopTimers();
    keeping.current = setTimeout(() => latest.current.drafts.keep(next), restBeforeKeeping);
    saving.current = setTimeout(() => void commit(), restBeforeSaving);
  };

  const commitLatest = useRef(commit);
  commitLatest.current = commit;
  // What was left the last time stands in the field again, and saves as what is typed does.
  const { left } = drafts;
  useEffect(() => {
    if (left === undefined) return;
    setTyped((current) => current ?? left);
    saving.current ??= setTimeout(() => void commitLatest.current(), restBeforeSaving);
  }, [left]);
  // A field that leaves the screen with something typed saves it first.
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
      void commitLatest.current();
    };
  }, []);

  const keepMine = () => {
    if (!typed) return;
    const mine = { ...typed, over: asJson(saved) };
    latest.current = { ...latest.current, typed: mine };
    setTyped(mine);
    void commit();
  };
  const takeTheirs = () => {
    stopTimers();
    drafts.keep(undefined);
    setTyped(null);
    setError(null);
  };
  const restore = () => {
    const was = before.current;
    before.current = null;
    if (was === null) return false;
    stopTimers();
    const { typed: given, saved: now } = latest.current;
    latest.current = { ...latest.current, typed: null };
    takeTheirs();
    // At rest it may have saved by itself; what somebody else saved meanwhile stays.
    if (sent.current !== null && asJson(now) === sent.current && was !== sent.current) void commit(JSON.parse(was));
    return given !== null || asJson(now) !== was;
  };
  const theirs = typed && isOverwritten(typed, saved, sent.current) ? { value: saved } : null;
  return {
    value: typed ? typed.value : saved,
    // The question says it all where there is one.
    error: theirs ? null : error,
    isSettled: typed === null && error === null,
    theirs,
    type,
    commit: (value) => {
      before.current = null;
      void commit(value);
    },
    keepMine,
    takeTheirs,
    restore,
  };
}

/** Whether the saved value became another one, not of this field's making, since it was typed over. */
function isOverwritten<T>(typed: Typed<T>, saved: T, sent: string | null): boolean {
  const now = asJson(saved);
  return now !== typed.over && now !== asJson(typed.value) && now !== sent;
}

function rebased<T>(typed: Typed<T> | null, over: string): Typed<T> | null {
  return typed && { ...typed, over };
}

function asJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}
