/**
 * The document process: one job, then its parent ends it. Huge or hostile input may kill it, and nothing but the job is
 * lost. Runs forked by Node (the CLI, tests) and as an Electron utility process (the window).
 */
import { appError } from '../../shared/domain/foundation/appError.ts';
import { err, type Result } from '../../shared/domain/foundation/result.ts';
import { comparePacks, readPack } from './comparePacks.ts';
import { exportPack } from './exportPack.ts';
import { extractPack } from './extractPack.ts';
import type { Report } from './renderPack.ts';
import type { ComparePacksInput, ExportPackInput, ExtractPackInput, ReadPackInput, VerifyPackInput } from './tasks.ts';
import { verifyPack } from './verifyPack.ts';

interface Job {
  readonly task: string;
  readonly input: unknown;
}

/** What Electron adds to `process` in a utility process. */
interface ParentPort {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort;
const send = (message: unknown): void => {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
};

if (parentPort) parentPort.on('message', ({ data }) => void answer(data as Job));
else process.on('message', (message) => void answer(message as Job));

async function answer({ task, input }: Job): Promise<void> {
  const report: Report = (progress) => send({ kind: 'progress', report: progress });
  let result: Result<unknown>;
  try {
    result = await run(task, input, report);
  } catch (error) {
    console.error(error);
    const reason = error instanceof Error ? error.message : String(error);
    result = err(
      appError(
        'renderFailed',
        `The document process stopped over a fault of the app (${reason.slice(0, 200)}); please report it.`,
        task,
      ),
    );
  }
  send({ kind: 'done', result });
}

function run(task: string, input: unknown, report: Report): Promise<Result<unknown>> {
  switch (task) {
    case 'exportPack':
      return exportPack(input as ExportPackInput, report);
    case 'verifyPack':
      return verifyPack(input as VerifyPackInput, report);
    case 'comparePacks':
      return comparePacks(input as ComparePacksInput, report);
    case 'readPack':
      return readPack(input as ReadPackInput);
    case 'extractPack':
      return extractPack(input as ExtractPackInput, report);
    default:
      return Promise.resolve(err(appError('unexpected', `The document process knows no task “${task}”.`)));
  }
}
