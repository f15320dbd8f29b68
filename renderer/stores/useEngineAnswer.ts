import { useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf, WindowMethodName } from '../../shared/contract/engineMethods.ts';
import type { MainInput, MainMethodName, MainOutput } from '../../shared/contract/windowMethods.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { api, call } from '../api.ts';
import { type LiveQuestion, liveQuestion } from './liveQuestion.ts';
import { tellError } from './notify.tsx';
import { useReleaseStore } from './releaseStore.ts';

interface Options {
  /** What else makes the answer out of date, besides a change of the store: the last export, say. */
  readonly also?: unknown;
  /** False: the answer depends on its input alone, and is not asked again with every change of the store. */
  readonly followsStore?: boolean;
  /** Rest after a change, in milliseconds, before it is asked again. */
  readonly rest?: number;
  /** Asked again each time so many milliseconds have passed, for what changes without the store. */
  readonly every?: number;
  /** While another input's answer is on its way: true keeps the last one in sight, as a list that is searched does. */
  readonly keepsLast?: boolean;
}

interface Answered<Answer> {
  readonly value: Answer;
  readonly asked: string;
}

interface LiveAnswer<Answer> {
  /** Null before the first answer, and while the answer to another input is on its way. */
  readonly answer: Answer | null;
  readonly problem: AppError | null;
  readonly isAsking: boolean;
}

/**
 * An answer of the engine that follows the store: asked again with every change, the last one staying in sight until
 * the newer is there. The one way in which a screen asks what it shows, so that a late answer is dropped everywhere.
 */
export function useLiveAnswer<Name extends WindowMethodName>(
  method: Name,
  input: InputOf<Name> | null,
  options: Options = {},
): LiveAnswer<OutputOf<Name>> {
  return useAnswer(`${method} ${JSON.stringify(input)}`, input && (() => call(method, input)), options);
}

/** The same for what main answers by itself, which knows no store. */
export function useMainAnswer<Name extends MainMethodName>(
  method: Name,
  input: MainInput<Name> | null,
  options: Options = {},
): LiveAnswer<MainOutput<Name>> {
  const ask = input && (() => api.ask(method, input));
  return useAnswer(`${method} ${JSON.stringify(input)}`, ask, { ...options, followsStore: false });
}

function useAnswer<Answer>(
  asked: string,
  ask: (() => Promise<Result<Answer>>) | null,
  { also = null, followsStore = true, rest = 0, every, keepsLast = false }: Options,
): LiveAnswer<Answer> {
  const revision = useReleaseStore((state) => (followsStore ? state.revision : 0));
  const [answered, setAnswered] = useState<Answered<Answer> | null>(null);
  const [problem, setProblem] = useState<AppError | null>(null);
  const [isAsking, setAsking] = useState(false);
  const live = useRef<LiveQuestion | null>(null);
  live.current ??= liveQuestion();
  const reason = JSON.stringify([revision, also]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is compared by content; the reason makes the answer out of date.
  useEffect(() => {
    const question = live.current;
    if (!ask || !question) return;
    // From here on: what is in sight is out of date while it rests, too.
    setAsking(true);
    const askNow = () => {
      setAsking(true);
      question.ask(ask, (result) => {
        setAsking(false);
        setProblem(result.ok ? null : result.error);
        if (result.ok) setAnswered({ value: result.value, asked });
      });
    };
    const waiting = rest > 0 ? setTimeout(askNow, rest) : undefined;
    if (rest === 0) askNow();
    const timer = every ? setInterval(askNow, every) : undefined;
    return () => {
      clearTimeout(waiting);
      clearInterval(timer);
      question.stop();
    };
  }, [asked, reason]);
  const isCurrent = answered !== null && ask !== null && (keepsLast || answered.asked === asked);
  return { answer: isCurrent ? answered.value : null, problem, isAsking };
}

/** The same where a refusal is told in a corner of the window, and the screen shows answers only. */
export function useEngineAnswer<Name extends WindowMethodName>(
  method: Name,
  input: InputOf<Name> | null,
  options: Options = {},
): OutputOf<Name> | null {
  const { answer, problem } = useLiveAnswer(method, input, options);
  useEffect(() => {
    if (problem) tellError(problem);
  }, [problem]);
  return answer;
}
