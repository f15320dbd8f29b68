import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { electronForTests } from '../../build/electronForTests.mjs';

/** The real app in a real window on a store of the test's own. */
export interface AppWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Answers the next file dialogs with these paths. */
  readonly choose: (paths: readonly string[]) => Promise<void>;
  readonly saveAs: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openApp(store: string, colorScheme: 'light' | 'dark' = 'light'): Promise<AppWindow> {
  const { executablePath, args } = electronForTests();
  const app = await _electron.launch({ executablePath, args: [...args, '--store', store], colorScheme });
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await app.close();
  };
  onTestFinished(close);
  const page = await app.firstWindow();
  page.setDefaultTimeout(15_000);
  await page.getByRole('main').waitFor();
  return {
    app,
    page,
    close,
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
