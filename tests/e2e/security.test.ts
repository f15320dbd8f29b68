import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Attempts, installAttempts } from '../support/attempts.ts';
import { watchNavigation } from '../support/navigation.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

describe('the window, asked from inside', () => {
  it('has no Node, no way out and no network', async () => {
    const { app, page } = await openApp(join(scratchFolder(), 'store'));
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    });

    await page.evaluate(installAttempts);
    const inside = await page.evaluate(async () => {
      const { attempt, later } = globalThis as unknown as Attempts;
      return {
        require: typeof (globalThis as { require?: unknown }).require,
        process: typeof (globalThis as { process?: unknown }).process,
        bridge: Object.keys((globalThis as unknown as { golive: object }).golive).sort(),
        evaluate: await attempt(() => later(() => new Function('return 1')())),
        remote: await attempt(() => fetch('https://example.org/')),
        local: await attempt(() => fetch('http://127.0.0.1:9/')),
        file: await attempt(() => fetch('file:///etc/hostname')),
        sibling: (await fetch('app://golive/../renderer-evil/x.js')).status,
        outside: (await fetch('app://golive/%2e%2e/main/index.js')).status,
        opened: window.open('https://example.org/') === null,
        permission: await attempt(
          () =>
            navigator.geolocation &&
            navigator.permissions.query({ name: 'geolocation' }).then((status) => status.state),
        ),
      };
    });
    expect(inside).toEqual({
      require: 'undefined',
      process: 'undefined',
      bridge: ['ask', 'attachDropped', 'call', 'holdDropped', 'onEvent'],
      evaluate: 'EvalError',
      remote: 'TypeError',
      local: 'TypeError',
      file: 'TypeError',
      sibling: 404,
      outside: 404,
      opened: true,
      permission: 'denied',
    });

    const tried = await watchNavigation(app);
    await page.evaluate(() => {
      window.location.href = 'https://example.org/';
    });
    await expect.poll(tried).toEqual([{ url: 'https://example.org/', prevented: true }]);
    expect(page.url()).toBe('app://golive/');
  });

  it('refuses bad calls with a value, never an exception', async () => {
    const { page } = await openApp(join(scratchFolder(), 'store'));
    const answers = await page.evaluate(async () => {
      const golive = (
        globalThis as unknown as {
          golive: Record<
            'call' | 'ask',
            (...args: unknown[]) => Promise<{ ok: boolean; error?: { kind: string; message: string } }>
          >;
        }
      ).golive;
      const kinds = [];
      for (const [door, method, input] of [
        ['call', 'release.import', { file: '/etc/hostname', replace: false }],
        ['call', 'no.such.method', {}],
        ['call', '__proto__', {}],
        ['call', 'release.open', { release: 7 }],
        ['call', 'record.create', null],
        ['ask', 'constructor', {}],
        ['ask', 'pack.save', { out: '/tmp/x.pdf' }],
      ] as const) {
        const answer = await golive[door](method, input);
        kinds.push(`${method}: ${answer.ok ? 'done' : answer.error?.kind}`);
      }
      return kinds;
    });
    expect(answers).toEqual([
      'release.import: notAllowed',
      'no.such.method: notAllowed',
      '__proto__: notAllowed',
      'release.open: invalidInput',
      'record.create: invalidInput',
      'constructor: notAllowed',
      'pack.save: invalidInput',
    ]);
  });
});
