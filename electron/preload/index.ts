import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron';
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

/** Interfaces that open connections of their own, which neither the page's policy nor the session's filter sees. */
const closed = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocketStream'];

/**
 * Takes them out of the page, the viewer's frame included, before any script of it runs. In an empty frame
 * that a script makes they are gone a moment later only; there the app's policy alone leaves them nowhere to go.
 */
void webFrame.executeJavaScript(`for (const name of ${JSON.stringify(closed)}) delete globalThis[name];`);

// The viewer's frame gets no bridge.
if (window.top === window) contextBridge.exposeInMainWorld('golive', api);
