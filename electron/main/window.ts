import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import windowStateKeeper from 'electron-window-state';
import { channels } from '../../shared/contract/channels.ts';
import type { WindowEvent } from '../../shared/contract/windowMethods.ts';

const ground = { light: '#f4f5f3', dark: '#10181e' };

/** The one window, where it was left; its ground is painted before the page is there, so that nothing flashes. */
export function createWindow(builtRoot: string, page: string): BrowserWindow {
  const state = windowStateKeeper({ defaultWidth: 1280, defaultHeight: 800 });
  const window = new BrowserWindow({
    x: state.x,
    y: state.y,
    width: state.width,
    height: state.height,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'SEC Go-Live',
    icon: join(builtRoot, 'icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: join(builtRoot, 'preload', 'index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium's own, which would fetch its dictionaries; the fields ask the app's (`spelling.check`).
      spellcheck: false,
      // The viewer's frame too has its preload, which leaves it no way to connect.
      nodeIntegrationInSubFrames: true,
      // The code as Chromium compiled it is kept from the first start on, not from the third.
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  state.manage(window);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(page);
  return window;
}

export function tell(window: BrowserWindow | null, event: WindowEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send(channels.event, event);
}
