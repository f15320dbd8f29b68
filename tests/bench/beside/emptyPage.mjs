/** Run by Electron itself: a window with nothing in it, which is what a start costs at the least. */
import { app, BrowserWindow } from 'electron';

await app.whenReady();
const window = new BrowserWindow({ width: 1280, height: 800, show: true });
await window.loadURL('data:text/html,<!doctype html><title>Empty</title><main><h1>Empty</h1></main>');
