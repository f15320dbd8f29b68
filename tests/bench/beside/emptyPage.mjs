/** Run by Electron itself: a window with nothing in it, which is what a start costs at the least. */
import { app, BrowserWindow } from 'electron';

// Electron is ready only once this module is through, so nothing is awaited here.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: true });
  return window.loadURL('data:text/html,<!doctype html><title>Empty</title><main><h1>Empty</h1></main>');
});
