import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine, type Engine, type EngineOptions } from '../../electron/engine/engine.ts';
import { nodeDisposable } from '../../electron/engine/nodeDisposable.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/engineMethods.ts';
import { engineMethods } from '../../shared/contract/engineMethods.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { AppError } from '../../shared/domain/foundation/appError.ts';

/** The disposable programs as the build made them; `npm test` builds before it tests. */
const built = (file: string) => join(import.meta.dirname, '../../out/app/main', file);
const programs = { documents: built('render.js'), importers: built('importers.js'), exchange: built('bundles.js') };

/** Each job in a process of its own, as the app does it. */
export const runPrograms = nodeDisposable(programs);

export const sampleFile = join(import.meta.dirname, '../../build/sample/november-2021-sec-release.json');

export interface TestEngine {
  readonly engine: Engine;
  /** Calls and expects success; the answer must fit the contract. */
  readonly does: <Name extends MethodName>(method: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  /** Calls and expects a refusal. */
  readonly refuses: (method: MethodName, input: unknown) => Promise<AppError>;
}

/** An engine on a store of the test's own, closed when the test is over. */
export function testEngine(folder: string, options: Partial<EngineOptions> = {}): TestEngine {
  const engine = createEngine({
    folder,
    appVersion: '0.0.0-test',
    createStore: true,
    // Nobody said who they are, so that a test may change whatever it is about but a side's own word; who may has tests of its own.
    actor: null,
    runDisposable: runPrograms,
    logBug: (_id, error) => {
      throw error;
    },
    today: () => calendarDate('2026-05-01'),
    ...options,
  });
  onTestFinished(() => engine.close());
  return {
    engine,
    does: async (method, input) => {
      const result = await engine.call(method, input);
      if (!result.ok) throw new Error(`${method} was refused: ${result.error.message}`);
      return engineMethods[method].output.parse(result.value) as never;
    },
    refuses: async (method, input) => {
      const result = await engine.call(method, input);
      if (result.ok) throw new Error(`${method} was expected to refuse`);
      return result.error;
    },
  };
}
