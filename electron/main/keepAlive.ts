import { type BrowserWindow, dialog } from 'electron';
import { logNote } from './log.ts';

const mostReloads = 3;
const within = 60_000;

/**
 * A page whose process ended, or does not answer, is opened again: what was saved is safe, and what was typed is kept in
 * drafts. One that keeps ending is a question, never a blank window and never a circle.
 */
export function keepAlive(window: BrowserWindow): void {
  let reloads: number[] = [];
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    logNote(`The window's page ended: ${reason}`);
    reloads = [...reloads.filter((at) => at > Date.now() - within), Date.now()];
    if (reloads.length <= mostReloads) return webContents.reload();
    reloads = [];
    void askFor(window, 'The window keeps stopping.');
  });
  let asking = false;
  window.on('unresponsive', () => {
    if (asking) return;
    asking = true;
    logNote('The window does not respond');
    void askFor(window, 'The window does not respond.', 'Keep waiting').finally(() => {
      asking = false;
    });
  });
}

async function askFor(window: BrowserWindow, message: string, wait?: string): Promise<void> {
  const buttons = ['Open it again', ...(wait ? [wait] : []), 'Quit'];
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message,
    detail: 'Everything that was saved is safe. What was typed and not saved yet is kept with the record.',
    buttons,
    defaultId: 0,
    cancelId: wait ? 1 : 0,
  });
  if (window.isDestroyed()) return;
  if (buttons[response] === 'Quit') return window.close();
  if (buttons[response] !== wait) reopen(window);
}

/** A page that hangs is ended first, or the reload would wait for it. */
function reopen(window: BrowserWindow): void {
  if (!window.webContents.isCrashed()) window.webContents.forcefullyCrashRenderer();
  window.webContents.reload();
}
