import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

type Opened = Awaited<ReturnType<typeof openApp>>;

/** Ends the engine's process, as the system would; its number, or null where none was there. */
function killEngine(app: Opened['app']): Promise<number | null> {
  return app.evaluate(({ app: own }) => {
    const engine = own.getAppMetrics().find(({ name, serviceName }) => `${name} ${serviceName}`.includes('engine'));
    if (!engine) return null;
    try {
      process.kill(engine.pid, 'SIGKILL');
      return engine.pid;
    } catch {
      // It has ended already, and is still in the list.
      return null;
    }
  });
}

describe('what stops', () => {
  it('tells after the fourth end of the engine what is safe, and starts it again at a click', async () => {
    const { app, page } = await openApp(join(scratchFolder(), 'store'));
    await page
      .getByRole('button', { name: /begin|start|continue|save/i })
      .first()
      .waitFor();
    const screen = page.getByRole('heading', { name: 'The engine keeps stopping' });
    // One that has ended stays in the list for a moment.
    for (const ended = new Set<number | null>([null]); ended.size < 5; ) ended.add(await killEngine(app));
    await screen.waitFor();
    expect(await page.getByText('Everything that was saved is safe', { exact: false }).first().isVisible()).toBe(true);
    // A window that is opened while nothing runs is told the same.
    await page.reload();
    await screen.waitFor();
    await page.getByRole('button', { name: 'Start the engine again' }).click();
    await screen.waitFor({ state: 'detached' });
    await page.getByRole('heading').first().waitFor();
  });

  it('opens the page again where its process ended', async () => {
    const { app, page } = await openApp(join(scratchFolder(), 'store'));
    await page.getByRole('heading').first().waitFor();
    const gone = page.waitForEvent('crash');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await gone;
    const words = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      );
    await expect.poll(words).toContain('Welcome');
  });
});
