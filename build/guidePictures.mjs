/**
 * Takes the pictures of the user guide from the real window, on the sample as its makers saw it, into the pages of the
 * built app. Run by `build/run.mjs` on a display, with an Electron that is ready: when the app is packaged, and by
 * `npm run guide` and `npm run shots`. They are in no repository, for they change with the window.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { electronForTests } from './electronForTests.mjs';
import { inProject } from './paths.mjs';

const [width, height] = /** @type {const} */ ([1280, 800]);
const pictures = inProject('out/app/renderer/guide');
const folder = mkdtempSync(path.join(tmpdir(), 'golive-guide-'));
try {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  await takeBegun();
  await takeSample();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function takeBegun() {
  const { app, page } = await open('begun');
  await page.getByRole('button', { name: 'New release' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Slot').click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Create release' }).click();
  await dialog.waitFor({ state: 'detached' });
  await take(page, 'path');
  await app.close();
}

async function takeSample() {
  const cli = [inProject('out/app/main/cli.js'), '--store', path.join(folder, 'sample')];
  const sample = inProject('build/sample/november-2021-sec-release.json');
  const run = spawnSync(process.execPath, [...cli, 'release', 'import', sample], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The sample was not imported: ${run.stderr}`);
  const { app, page } = await open('sample');
  await page.getByLabel('As of today').fill('20 October 2021');
  await page.getByText('Judged as of').waitFor();
  for (const [place, name] of /** @type {const} */ ([
    ['Testing', 'testing'],
    ['Pack', 'pack'],
    ['Settings', 'health'],
  ])) {
    await goTo(page, place);
    await take(page, name);
  }
  await goTo(page, 'Committees');
  await page.getByRole('button', { name: 'Record a meeting…' }).click();
  await take(page, 'meeting');
  await app.close();
}

/** @param {string} store */
async function open(store) {
  const { executablePath, args } = electronForTests();
  const app = await _electron.launch({
    executablePath,
    args: [...args, '--store', path.join(folder, store)],
    colorScheme: 'light',
  });
  const page = await app.firstWindow();
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
    /** @type {[number, number]} */ ([width, height]),
  );
  return { app, page };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} place
 */
function goTo(page, place) {
  const places = page.getByRole('navigation', { name: 'Places' });
  return places.getByRole('button', { name: new RegExp(`^${place}`) }).click();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function take(page, name) {
  await page.waitForTimeout(700);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}
