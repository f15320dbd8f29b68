/**
 * Progress goes to stderr, so that stdout holds only what a task is for.
 *
 * @typedef {(line: string) => void} Say
 */

/** @type {Say} */
export const sayAloud = (line) => void process.stderr.write(`• ${line}\n`);

/** For `golive`, whose output a script may read. @type {Say} */
export const sayNothing = () => {};

/**
 * Says `line` at once, and again every quarter of a minute how long it has taken, until `work` is done.
 * A silent minute looks like a hang.
 *
 * @template T
 * @param {Say} say
 * @param {string} line
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function sayWhile(say, line, work) {
  say(line);
  const began = Date.now();
  const timer = setInterval(() => say(`… still at it after ${seconds(began)}`), 15_000);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** @param {number} began milliseconds, of `Date.now()` */
export const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/** An expected end of the work: its message is all that the reader needs, without a stack. */
export class PlainStop extends Error {}
