import type { Task } from '../../shared/contract/tasks.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { DocumentTasks } from '../documents/tasks.ts';
import type { BundleTasks } from '../exchange/tasks.ts';
import type { ImporterTasks } from '../importers/tasks.ts';
import type { EngineContext } from './context.ts';

/** Every disposable program and what it can be asked. */
interface Programs {
  readonly documents: DocumentTasks;
  readonly importers: ImporterTasks;
  readonly exchange: BundleTasks;
}

type InputOf<One> = One extends Task<infer Input, unknown> ? Input : never;
type OutputOf<One> = One extends Task<unknown, infer Output> ? Output : never;

/** Has one task done in a process of its own. `again`: another of its kind is expected soon. */
export async function runTask<Program extends keyof Programs, Name extends keyof Programs[Program] & string>(
  { runDisposable, onProgress, signal }: Pick<EngineContext, 'runDisposable' | 'onProgress' | 'signal'>,
  program: Program,
  task: Name,
  input: InputOf<Programs[Program][Name]>,
  again = false,
): Promise<Result<OutputOf<Programs[Program][Name]>>> {
  const done = await runDisposable({ program, task, input, again }, { onProgress, signal });
  return done as Result<OutputOf<Programs[Program][Name]>>;
}
