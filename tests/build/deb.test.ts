import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDeb } from '../../build/package/deb.mjs';
import { menuEntry } from '../../build/package/debFiles.mjs';
import { inProject } from '../../build/paths.mjs';
import { scratchFolder } from '../support/scratch.ts';

const hasTools = spawnSync('dpkg-deb', ['--version']).status === 0;
const time = Date.parse('2026-11-26T12:00:00Z') / 1000;

/** Something that is laid out as an unpacked app, made at some time by somebody with habits of their own. */
function someApp(mode: number, madeAt: number): string {
  const app = join(scratchFolder(), 'app');
  mkdirSync(join(app, 'resources'), { recursive: true });
  for (const [name, content, own] of [
    ['sec-golive', '#!/bin/sh\n', 0o700],
    ['chrome-sandbox', 'x', 0o700],
    ['resources/app.asar', 'the app', mode],
  ] as const) {
    writeFileSync(join(app, name), content);
    chmodSync(join(app, name), own);
    utimesSync(join(app, name), madeAt, madeAt);
  }
  return app;
}

/** With the icons and notices of the built app. */
async function packed(app: string) {
  const deb = await makeDeb({ app, version: '1.2.3', time, folder: scratchFolder() });
  const list = spawnSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });
  return { deb, list: list.stdout };
}

describe.skipIf(!hasTools)('the Debian package', () => {
  it('has the same bytes whoever made it, and whenever', async () => {
    const [one, other] = [await packed(someApp(0o600, 1e9)), await packed(someApp(0o664, 1.5e9))];
    expect(readFileSync(one.deb).equals(readFileSync(other.deb))).toBe(true);
    expect(statSync(one.deb).size).toBeGreaterThan(10_000);
  });

  it('belongs to root, everything readable, the sandbox alone with rights of its own, all of one time', async () => {
    const { list } = await packed(someApp(0o600, 1e9));
    const lines = list.trim().split('\n');
    for (const line of lines) expect(line, line).toMatch(/^\S{10} root\/root +\d+ 2026-11-26 12:00 /);
    const rights = (name: string) => lines.find((line) => line.endsWith(name))?.slice(0, 10);
    expect(rights('/sec-golive/sec-golive')).toBe('-rwxr-xr-x');
    expect(rights('/chrome-sandbox')).toBe('-rwsr-xr-x');
    expect(rights('/app.asar')).toBe('-rw-r--r--');
    expect(lines.filter((line) => /^...s|^......s/.test(line))).toHaveLength(1);
  });

  it('says what it needs, lists its files’ sums, and holds no script', async () => {
    const { deb } = await packed(someApp(0o600, 1e9));
    const folder = scratchFolder();
    spawnSync('dpkg-deb', ['--control', deb, folder]);
    const control = readFileSync(join(folder, 'control'), 'utf8');
    expect(control).toMatch(/^Package: sec-golive\nVersion: 1\.2\.3\n/);
    expect(control).toMatch(/^Depends: libgtk-3-0 \| libgtk-3-0t64, /m);
    expect(readFileSync(join(folder, 'md5sums'), 'utf8')).toMatch(/^[0-9a-f]{32} {2}opt\/sec-golive\/chrome-sandbox$/m);
    const listed = spawnSync('dpkg-deb', ['--info', deb], { encoding: 'utf8' }).stdout;
    expect(listed).not.toMatch(/(pre|post)(inst|rm)/);
  });
});

it('is started from the menu by the name that the window goes by', () => {
  const entry = menuEntry();
  const { productName, desktopName } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  expect(desktopName).toBe('sec-golive.desktop');
  expect(entry).toContain(`Name=${productName}\n`);
  expect(entry).toContain(`StartupWMClass=${productName}\n`);
  expect(entry).toContain('Exec=/usr/bin/sec-golive %f\n');
  expect(entry).toContain('MimeType=application/x-sec-golive;application/pdf;\n');
});
