import type { DisposableJob, ProgressReport } from '../../shared/contract/processMessages.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';

interface RunOptions {
  readonly onProgress: (report: ProgressReport) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs one job in a process of its own and ends the process. Hostile or huge input may kill that process; the engine
 * lives on and the user gets a sentence (`renderFailed`).
 */
export type RunDisposable = (job: DisposableJob, options: RunOptions) => Promise<Result<unknown>>;

export const stoppedSentence = 'Stopped, as you asked; nothing was written.';
