/**
 * Whoever reads our output may have seen enough (`golive … | head`): then the pipe is closed, and the command ends
 * without a word. The work itself is done before anything is written.
 */
export function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    });
}
