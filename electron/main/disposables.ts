import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { DisposableJob, DisposableProgram, ExpectedJob } from '../../shared/contract/processMessages.ts';

const programs = {
  documents: { file: 'render.js', serviceName: 'SEC Go-Live documents' },
  importers: { file: 'importers.js', serviceName: 'SEC Go-Live importers' },
  exchange: { file: 'bundles.js', serviceName: 'SEC Go-Live bundles' },
} as const;

/** A spare that nobody wanted for so long is ended. */
const longestSpare = 60_000;

export interface Disposables {
  /** Gives a job to a process of its own, which does no other. */
  readonly start: (job: DisposableJob) => UtilityProcess;
  readonly endSpares: () => void;
}

interface Spare {
  readonly process: UtilityProcess;
  readonly timer: NodeJS.Timeout;
}

/** Processes for one job each. Where the next job is expected soon, the process for it is started ahead. */
export function createDisposables(builtRoot: string): Disposables {
  const spares = new Map<DisposableProgram, Spare>();
  let ended = false;
  const fork = (program: DisposableProgram) => {
    const { file, serviceName } = programs[program];
    return utilityProcess.fork(join(builtRoot, 'main', file), [], { serviceName });
  };
  const takeSpare = (program: DisposableProgram) => {
    const spare = spares.get(program);
    spares.delete(program);
    clearTimeout(spare?.timer);
    return spare?.process;
  };
  const keepSpare = (job: DisposableJob) => {
    const { program } = job;
    if (ended || spares.has(program)) return;
    const spare = fork(program);
    spares.set(program, { process: spare, timer: setTimeout(() => spare.kill(), longestSpare) });
    spare.on('exit', () => {
      if (spares.get(program)?.process === spare) takeSpare(program);
    });
    spare.postMessage({ expected: job } satisfies ExpectedJob);
  };
  return {
    start: (job) => {
      const started = takeSpare(job.program) ?? fork(job.program);
      started.postMessage(job);
      // Once the work is done, not beside it.
      if (job.again) started.on('exit', () => keepSpare(job));
      return started;
    },
    endSpares: () => {
      ended = true;
      for (const program of [...spares.keys()]) takeSpare(program)?.kill();
    },
  };
}
