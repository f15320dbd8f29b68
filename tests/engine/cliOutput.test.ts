import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { watchOutput } from '../../electron/cli/watchOutput.ts';
import { cliPath, withSample } from '../support/golive.ts';

function watched() {
  const [stdout, stderr] = [new EventEmitter(), new EventEmitter()];
  const said: string[] = [];
  let ends = 0;
  watchOutput({
    stdout,
    stderr,
    say: (sentence) => said.push(sentence),
    endNotInOrder: () => {
      ends += 1;
    },
  });
  const fail = (stream: EventEmitter, code: string) => stream.emit('error', Object.assign(new Error(code), { code }));
  return { stdout, stderr, said, fail, ends: () => ends };
}

describe('output that cannot be written', () => {
  it('ends without a word where nobody reads on', () => {
    const { stdout, stderr, said, fail, ends } = watched();
    for (const stream of [stdout, stderr]) for (const code of ['EPIPE', 'ERR_STREAM_DESTROYED']) fail(stream, code);
    expect([said, ends()]).toEqual([[], 0]);
  });

  it('is said once, and the command ends with 1', () => {
    const { stdout, said, fail, ends } = watched();
    fail(stdout, 'ENOSPC');
    fail(stdout, 'ENOSPC');
    expect(said).toEqual([
      'The command ended, but its output could not be written, for its disk is full; free some space there.\n',
    ]);
    expect(ends()).toBeGreaterThan(0);
    const other = watched();
    other.fail(other.stdout, 'EIO');
    expect(other.said).toEqual([
      'The command ended, but its output could not be written, for the system refused it; send it to another place.\n',
    ]);
  });

  it('of stderr too ends with 1', () => {
    const { stderr, said, fail, ends } = watched();
    fail(stderr, 'ENOSPC');
    expect([said, ends()]).toEqual([[], 1]);
  });

  it.runIf(existsSync('/dev/full'))('is one sentence of the command itself', () => {
    const { store } = withSample();
    const run = (redirect: string, ...args: readonly string[]) => {
      const command = [process.execPath, cliPath, '--store', store, ...(args.length > 0 ? args : ['release', 'list'])];
      return spawnSync('sh', ['-c', `"$0" "$@" ${redirect}`, ...command], { encoding: 'utf8' });
    };
    const full = run('> /dev/full');
    expect([full.status, full.stderr]).toEqual([
      1,
      'The command ended, but its output could not be written, for its disk is full; free some space there.\n',
    ]);
    expect(run('> /dev/full 2>&1').status).toBe(1);
    expect(run('> /dev/full', '--json', 'release', 'show', 'Nothing of the kind').status).toBe(3);
    expect(run('').status).toBe(0);
  });
});
