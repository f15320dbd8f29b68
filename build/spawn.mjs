import { spawn } from 'node:child_process';
import path from 'node:path';
import { binFolder, projectRoot } from './paths.mjs';
import { PlainStop } from './say.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeout] milliseconds, after which the child is ended
 */

/**
 * Runs a step quietly and keeps what it prints.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when the command does not exist
 */
export function runQuietly(command, args, { cwd = projectRoot, env = projectEnv(), timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, timeout, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * As `runQuietly`, but a failure stops the task and shows what was printed.
 *
 * @param {string} purpose begins the sentence "… failed"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it printed
 */
export async function runOrStop(purpose, command, args, options) {
  const { code, output } = await runQuietly(command, args, options);
  if (code !== 0)
    throw new PlainStop(`${purpose} failed (${path.basename(command)}, exit code ${code}).\n${output.trim()}`);
  return output;
}

/**
 * Runs what the reader asked for, on the reader's own terminal. Ctrl-C reaches the child from the terminal; other
 * requests to end are passed on. Either way this process stays until the child has ended, so that it can tidy up.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} the exit code
 */
export function runVisibly(command, args, { cwd = projectRoot, env = projectEnv() } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const wait = () => {};
    const passOn = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
    const release = () => {
      process.off('SIGINT', wait);
      for (const signal of PASSED_ON) process.off(signal, passOn);
    };
    process.on('SIGINT', wait);
    for (const signal of PASSED_ON) process.on(signal, passOn);
    child.on('error', (error) => {
      release();
      reject(new PlainStop(`${command} could not be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      release();
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** @type {readonly NodeJS.Signals[]} */
const PASSED_ON = ['SIGTERM', 'SIGHUP'];

/**
 * The environment of every child: the project's own tools, its Node 24 among them, come first.
 *
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnv(more = {}) {
  const rest = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== binFolder);
  return { ...process.env, PATH: [binFolder, ...rest].join(path.delimiter), ...more };
}
