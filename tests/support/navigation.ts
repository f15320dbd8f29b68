import type { ElectronApplication } from 'playwright-core';

interface Tried {
  readonly url: string;
  /** Whether the app stopped it. */
  readonly prevented: boolean;
}

/** Records every attempt of the window, or of a frame in it, to go elsewhere; the app has judged it by then. */
export async function watchNavigation(app: ElectronApplication): Promise<() => Promise<readonly Tried[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const tried: Tried[] = [];
    Object.assign(globalThis, { navigationsTried: tried });
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('will-frame-navigate', (event) => {
        tried.push({ url: event.url, prevented: event.defaultPrevented });
      });
  });
  return () => app.evaluate(() => (globalThis as unknown as { navigationsTried: Tried[] }).navigationsTried);
}
