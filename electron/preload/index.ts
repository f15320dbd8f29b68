import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels } from '../../shared/contract/channels.ts';
import type { WindowApi, WindowEvent } from '../../shared/contract/windowMethods.ts';

/** The one bridge between window and app. It passes calls on and turns dropped files into paths; it decides nothing. */
const api: WindowApi = {
  call: (method, input) => ipcRenderer.invoke(channels.call, method, input),
  ask: (method, input) => ipcRenderer.invoke(channels.ask, method, input),
  attachDropped: (files, input) => {
    const paths = files.map((file) => webUtils.getPathForFile(file as File));
    return ipcRenderer.invoke(channels.drop, paths, input);
  },
  onEvent: (listener) => {
    const pass = (_event: unknown, message: WindowEvent) => listener(message);
    ipcRenderer.on(channels.event, pass);
    return () => ipcRenderer.off(channels.event, pass);
  },
};

contextBridge.exposeInMainWorld('golive', api);
