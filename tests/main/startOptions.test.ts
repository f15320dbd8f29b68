import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultStoreFolder } from '../../electron/engine/defaultStoreFolder.ts';
import { startOptions } from '../../electron/main/startOptions.ts';

describe('where the window keeps its store', () => {
  it('is the same place as the terminal’s without --store', () => {
    const environment = { XDG_CONFIG_HOME: '/home/ada/.config' };
    expect(startOptions(['app'], '/home/ada/.config', 'SEC Go-Live').storeFolder).toBe(
      defaultStoreFolder('linux', environment),
    );
  });

  it.each([[['app', '--store', 'here']], [['app', '--store=here']]])(
    'is the folder that %j names, with the window’s own files inside it',
    (argv) => {
      const options = startOptions(argv, '/x', 'SEC Go-Live');
      expect(options).toEqual({ storeFolder: resolve('here'), userData: join(resolve('here'), 'window') });
    },
  );
});
