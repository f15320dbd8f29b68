import type { z } from 'zod';
import { nothing } from '../../shared/contract/common.ts';
import type { MethodName } from '../../shared/contract/engineMethods.ts';
import type { Verb } from './verb.ts';
import { storeStatus } from './verbs/store/status.ts';

/** A method as it is called: what it takes, and its use case. */
export interface Callable {
  readonly input: z.ZodType;
  readonly verb: Verb;
}

/** What the window asks before everything else is answered by what the engine's process needs to open a store at all. */
const first = { 'store.status': { input: nothing, verb: storeStatus } } satisfies Partial<Record<MethodName, Callable>>;

let all: Promise<(method: string) => Callable | null> | null = null;

/** Reads the whole contract and every use case, once in a process, in two steps so that a call between them is answered. */
export function loadAllVerbs(): Promise<(method: string) => Callable | null> {
  all ??= load();
  return all;
}

async function load(): Promise<(method: string) => Callable | null> {
  const { engineMethods, isMethodName } = await import('../../shared/contract/engineMethods.ts');
  const { verbs } = await import('./verbs.ts');
  return (method) =>
    isMethodName(method) ? { input: engineMethods[method].input, verb: verbs[method] as unknown as Verb } : null;
}

/** The method of that name; null where there is none. */
export async function callableOf(method: string): Promise<Callable | null> {
  if (Object.hasOwn(first, method)) return first[method as keyof typeof first];
  return (await loadAllVerbs())(method);
}
