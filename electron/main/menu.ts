import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/windowMethods.ts';

/** The application menu by platform convention; its items speak to the window by name. */
export function buildMenu(send: (command: MenuCommand) => void, openOther: () => void): Menu {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return Menu.buildFromTemplate([
    ...mac,
    {
      label: '&File',
      submenu: [
        item('New release…', 'newRelease', 'CmdOrCtrl+N'),
        item('Import release file…', 'importRelease', 'CmdOrCtrl+O'),
        item('Export release file…', 'exportRelease'),
        separator,
        item('Send to the other side…', 'sendBundle'),
        item('Receive a bundle…', 'receiveBundle'),
        separator,
        item('Export pack…', 'exportPack', 'CmdOrCtrl+E'),
        item('Check a pack…', 'verifyPack'),
        separator,
        { label: 'Open another store…', click: openOther },
        item('Print…', 'print', 'CmdOrCtrl+P'),
        item('Your profile…', 'profile'),
        separator,
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        // The window hears these keys itself: in a text field they are the field's own.
        { ...item('Undo', 'undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
        { ...item('Redo', 'redo', 'CmdOrCtrl+Shift+Z'), registerAccelerator: false },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Find anything…', 'find', 'CmdOrCtrl+K'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' } as MenuItemConstructorOptions]),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('Keyboard shortcuts and help', 'help', 'F1')] },
  ]);
}
