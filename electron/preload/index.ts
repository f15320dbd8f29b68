import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels } from '../../shared/contract/channels.ts';
import type { WindowApi, WindowEvent } from '../../shared/contract/windowMethods.ts';

const pathOf = (file: unknown) => webUtils.getPathForFile(file as File);

/** The one bridge between window and app. It passes calls on and turns dropped files into paths; it decides nothing. */
const api: WindowApi = {
  call: (method, input) => ipcRenderer.invoke(channels.call, method, input),
  ask: (method, input) => ipcRenderer.invoke(channels.ask, method, input),
  attachDropped: (files, input) => ipcRenderer.invoke(channels.drop, files.map(pathOf), input),
  holdDropped: (files) => ipcRenderer.invoke(channels.hold, files.map(pathOf)),
  onEvent: (listener) => {
    const pass = (_event: unknown, message: WindowEvent) => listener(message);
    ipcRenderer.on(channels.event, pass);
    return () => ipcRenderer.off(channels.event, pass);
  },
};

contextBridge.exposeInMainWorld('golive', api);
