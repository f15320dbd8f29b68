import { join } from 'node:path';
import { app, type BrowserWindow, type IpcMainInvokeEvent, Menu } from 'electron';
import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import { builtRoot } from './appRoots.ts';
import { createAside } from './aside.ts';
import { closeNetwork, closeResolver } from './closedNetwork.ts';
import { startEngine, startEngineAside } from './engineHost.ts';
import { answerWindow } from './ipc.ts';
import { keepAlive } from './keepAlive.ts';
import { logBug, startLog } from './log.ts';
import { createMainVerbs } from './mainVerbs.ts';
import { buildMenu } from './menu.ts';
import { createOpenedFile, fileIn } from './openedFile.ts';
import { appOrigin, isViewerPage, isViewerRequest } from './policies.ts';
import { declareScheme, refuseNetwork, serveApp } from './protocol.ts';
import { keepSecondFolder } from './secondFolder.ts';
import { denyPermissions, hardenContents } from './security.ts';
import { createSpeller } from './spelling/speller.ts';
import { startOptions } from './startOptions.ts';
import { createWindow, tell } from './window.ts';

// What the app writes is for its owner alone: files 0600, folders 0700.
process.umask(0o077);

const developmentPage = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const page = developmentPage ?? `${appOrigin}/`;
const ownOrigin = new URL(page).origin === 'null' ? appOrigin : new URL(page).origin;

const { storeFolder, userData } = startOptions(process.argv, app.getPath('appData'), app.getName());
app.setPath('userData', userData);
startLog(userData);
process.on('uncaughtException', (error) => logBug(error));
process.on('unhandledRejection', (error) => logBug(error));

// What Chromium itself words is British English, as everywhere in the app.
app.commandLine.appendSwitch('lang', 'en-GB');
closeNetwork(developmentPage === undefined ? null : new URL(developmentPage).hostname);
declareScheme();
hardenContents({ isOwnPage, isFramed: isViewerPage });

let window: BrowserWindow | null = null;
const opened = createOpenedFile();
const syncEvery = 30_000;

// macOS hands a double-clicked file over by an event, which may come before anything is ready.
app.on('open-file', (event, path) => {
  event.preventDefault();
  openFile(path);
});

// A second start on the same store focuses the window that is there.
if (app.requestSingleInstanceLock()) {
  openFile(fileIn(process.argv, process.cwd()));
  app.on('second-instance', (_event, argv, workingFolder) => {
    focusWindow();
    openFile(fileIn(argv, workingFolder));
  });
  void app.whenReady().then(open);
} else app.quit();

function open(): void {
  closeResolver();
  denyPermissions();
  refuseNetwork(
    (url) =>
      isOwnPage(url) ||
      isViewerRequest(url) ||
      url.startsWith('devtools:') ||
      url.startsWith('data:') ||
      isDevelopmentSocket(url),
  );
  const engine = startEngine(builtRoot, app.getVersion(), storeFolder, {
    onChange: (change) => tell(window, { kind: 'storeChanged', ...change }),
    onEnded: (restarted) => tell(window, { kind: 'engine', state: restarted ? 'restarted' : 'failed' }),
    onSilence: (silent) => tell(window, { kind: 'engine', state: silent ? 'silent' : 'answers' }),
  });
  serveApp({
    root: join(builtRoot, 'renderer'),
    windowOrigin: ownOrigin,
    filesFolders: () => [join(engine.folder(), 'files'), join(engine.folder(), 'previews')],
  });
  // Nothing happens where nobody chose a shared folder and switched this on.
  setInterval(() => void engine.call('exchange.sync', { quietly: true }), syncEvery).unref();
  const aside = createAside(engine, (folder) => startEngineAside(builtRoot, app.getVersion(), folder));
  keepSecondFolder(
    {
      health: () => engine.call('store.health', {}).result as Promise<Result<OutputOf<'store.health'>>>,
      aside,
      tell: (sentence) => tell(window, { kind: 'backupFailed', sentence }),
    },
    (error) => logBug(error),
  );
  const verbs = createMainVerbs(engine, () => window, opened, aside, createSpeller(builtRoot));
  answerWindow({ engine, verbs, isTrusted });
  const openOther = async () => {
    const opened = await verbs['store.openOther']({});
    if (opened.ok && opened.value) window?.reload();
  };
  Menu.setApplicationMenu(
    buildMenu(
      (command) => tell(window, { kind: 'command', command }),
      () => void openOther(),
    ),
  );
  window = createWindow(builtRoot, page);
  keepAlive(window);
  window.on('closed', () => {
    window = null;
  });
  app.on('window-all-closed', () => {
    engine.stop();
    app.quit();
  });
}

/** Kept until the window asks for it; it may not be there yet. */
function openFile(path: string | null): void {
  if (path === null) return;
  opened.put(path);
  tell(window, { kind: 'fileOpened' });
}

function focusWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}

function isOwnPage(url: string): boolean {
  return url === ownOrigin || url.startsWith(`${ownOrigin}/`);
}

/** Hot reload talks to its own server; a packaged app has no such page. */
function isDevelopmentSocket(url: string): boolean {
  return developmentPage !== undefined && url.startsWith(ownOrigin.replace(/^http/, 'ws'));
}

function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === window?.webContents.mainFrame && isOwnPage(frame.url);
}
