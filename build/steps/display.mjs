import { spawn } from 'node:child_process';
import { PlainStop } from '../say.mjs';

const SCREEN = '1920x1200x24';

/** Whether a window can appear on this machine as it is. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * A screen that nobody sees, for tests. Xvfb picks a free number itself, so that two runs do not meet. It is a process
 * group of its own: Ctrl-C must not end it before the windows on it have closed.
 *
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startDisplay() {
  return new Promise((resolve, reject) => {
    const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const stop = () => void xvfb.kill();
    process.once('exit', stop);
    xvfb.once('error', (error) => reject(new PlainStop(`Xvfb could not be started: ${error.message}`)));
    xvfb.once('exit', () => reject(new PlainStop('Xvfb ended before it was ready.')));
    let number = '';
    xvfb.stdio[3]?.on('data', (data) => {
      number += data;
      if (!number.includes('\n')) return;
      xvfb.unref();
      resolve({ display: `:${number.trim()}`, stop });
    });
  });
}
