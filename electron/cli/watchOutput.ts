import type { EventEmitter } from 'node:events';
import { writeSync } from 'node:fs';
import { exitCodes } from './terminal.ts';

/** Its reader has seen enough (`golive … | head`), or was never there. */
const closed = new Set<unknown>(['EPIPE', 'ERR_STREAM_DESTROYED']);

interface Output {
  readonly stdout: EventEmitter;
  readonly stderr: EventEmitter;
  /** Writes past a stream that may be the broken one. */
  readonly say: (sentence: string) => void;
  /** Has a command that was done end with 1, for something is not in order; one that was refused ends as it does. */
  readonly endNotInOrder: () => void;
}

/**
 * What comes of output that cannot be written. Where nobody reads on, the command ends without a word; what the disk does
 * not take is lost, and that is said. The work itself is done before anything is written.
 */
export function watchOutput({ stdout, stderr, say, endNotInOrder }: Output = here): void {
  let isSaid = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (closed.has(error.code)) return;
    endNotInOrder();
    if (!isSaid) say(`${sentenceOf(error.code)}\n`);
    isSaid = true;
  });
  // There is nowhere left to say it.
  stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (!closed.has(error.code)) endNotInOrder();
  });
}

function sentenceOf(code: string | undefined): string {
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  const why = isFull ? 'its disk is full; free some space there' : 'the system refused it; send it to another place';
  return `The command ended, but its output could not be written, for ${why}.`;
}

const here: Output = {
  stdout: process.stdout,
  stderr: process.stderr,
  say: (sentence) => {
    try {
      writeSync(2, sentence);
    } catch {
      // Nor can that be written.
    }
  },
  endNotInOrder: () =>
    process.once('exit', (code) => {
      if (code === 0) process.exitCode = exitCodes.notInOrder;
    }),
};
