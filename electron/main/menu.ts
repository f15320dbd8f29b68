import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandId, factsOf } from '../../shared/contract/commands.ts';

/** The application menu by platform convention; its items speak to the window by name. */
export function buildMenu(send: (command: CommandId) => void, openOther: () => void): Menu {
  const item = (command: CommandId): MenuItemConstructorOptions => {
    const { label, keys = [], heard } = factsOf(command);
    const [accelerator] = keys.map((key) => key.replace('Mod', 'CmdOrCtrl').replace('Arrow', ''));
    return {
      label,
      click: () => send(command),
      ...(accelerator === undefined ? {} : { accelerator }),
      // The window hears these keys itself: in a text field they are the field's own.
      ...(heard === 'outsideFields' || command === 'back' || command === 'forward'
        ? { registerAccelerator: false }
        : {}),
    };
  };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return Menu.buildFromTemplate([
    ...mac,
    {
      label: '&File',
      submenu: [
        item('newRelease'),
        item('importRelease'),
        item('exportRelease'),
        separator,
        item('sendBundle'),
        item('receiveBundle'),
        separator,
        item('exportPack'),
        item('verifyPack'),
        separator,
        { label: 'Open another store…', click: openOther },
        item('print'),
        item('profile'),
        separator,
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('undo'),
        item('redo'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        // The whole window is never meant.
        item('selectAll'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('find'),
        item('back'),
        item('forward'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' } as MenuItemConstructorOptions]),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('guide'), item('help'), item('diagnostics'), item('about')] },
  ]);
}
