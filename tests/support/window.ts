import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { electronForTests } from '../../build/electronForTests.mjs';
import { countCalls } from './calls.ts';
import { windowPatience } from './patience.ts';
import { settled } from './settled.ts';

/** The real app in a real window on a store of the test's own. */
export interface AppWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Answers the next file dialogs with these paths. */
  readonly choose: (paths: readonly string[]) => Promise<void>;
  readonly saveAs: (path: string) => Promise<void>;
  /** Waits until the window has nothing more to do. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `opened`: a file that it is started with, as by a double click. */
export async function openApp(
  store: string,
  colorScheme: 'light' | 'dark' = 'light',
  opened: string | null = null,
): Promise<AppWindow> {
  const { executablePath, args } = electronForTests();
  const app = await _electron.launch({
    executablePath,
    args: [...args, '--store', store, ...(opened === null ? [] : [opened])],
    colorScheme,
    timeout: windowPatience,
  });
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await app.close();
  };
  onTestFinished(close);
  const page = await app.firstWindow({ timeout: windowPatience });
  page.setDefaultTimeout(windowPatience);
  await page.getByRole('main').waitFor();
  await countCalls(app);
  return {
    app,
    page,
    close,
    settled: () => settled(app, page),
    choose: (paths) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
      }, paths),
    saveAs: (filePath) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
      }, filePath),
  };
}
