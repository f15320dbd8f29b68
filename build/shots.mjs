/**
 * `npm run shots`: drives the real window through every screen, empty and full, light and dark, at two sizes, and leaves
 * the pictures in `out/shots/`. Run by `build/run.mjs` on a display, with an Electron that is ready.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { _electron } from 'playwright-core';
import { places } from '../tests/support/places.ts';
import { electronForTests } from './electronForTests.mjs';
import { inProject } from './paths.mjs';

const SCREENS = [...places, 'DCC exchange', 'Settings'];
const SIZES = /** @type {const} */ ([
  [1280, 800],
  [1920, 1080],
]);
const SCHEMES = /** @type {const} */ (['light', 'dark']);

const folder = inProject('out/shots');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const full = inProject('out/shots/stores/full');
const sample = inProject('build/sample/november-2021-sec-release.json');
golive(full, 'release', 'import', sample);
const fromTheDcc = answerOfTheDcc();

let count = 0;
for (const scheme of SCHEMES) {
  await shootEmpty(scheme);
  await shootFull(scheme);
}
process.stdout.write(`${count} pictures in out/shots/\n`);

/**
 * @param {string} store
 * @param {readonly string[]} args
 */
function golive(store, ...args) {
  const command = [inProject('out/app/main/cli.js'), '--store', store, ...args];
  const run = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`golive ${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}

/** The sample as the DCC sends it back: a bundle with one view more than here, to be looked at and put aside. */
function answerOfTheDcc() {
  const release = 'November 2021 SEC Release';
  const bundle = inProject('out/shots/stores/from-the-dcc.golive');
  const table = inProject('out/shots/stores/views.csv');
  const dcc = (/** @type {readonly string[]} */ ...args) =>
    golive(inProject('out/shots/stores/dcc'), '--as', 'Bo Test, DCC', ...args);
  writeFileSync(
    table,
    'Body,Criterion,Position,Wording\nTAG,AC-03,supports,The TAG is content with the UIT exit report.\n',
  );
  golive(full, '--as', 'Ada Byron, SECAS', 'bundle', 'export', release, '--out', bundle);
  const { fingerprint } = JSON.parse(dcc('--json', 'bundle', 'inspect', bundle));
  dcc('bundle', 'apply', bundle, '--trust', fingerprint, '--accept-marks');
  dcc('import', 'views', table, '--release', release);
  dcc('bundle', 'export', release, '--out', bundle);
  return bundle;
}

/** @param {'light' | 'dark'} scheme */
async function shootEmpty(scheme) {
  const { app, page } = await open(inProject(`out/shots/stores/empty-${scheme}`), scheme);
  await shoot(page, app, `first-run-${scheme}`);
  await begin(page);
  await shoot(page, app, `no-release-${scheme}`);
  await page.getByRole('button', { name: 'New release' }).first().click();
  await shoot(page, app, `new-release-${scheme}`);
  await page.getByRole('dialog').getByLabel('Slot').click();
  await page.getByRole('option').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create release' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await shootScreens(page, app, `empty-${scheme}`);
  await app.close();
}

/** The sample, judged on a day before its go-live, as its makers saw it. @param {'light' | 'dark'} scheme */
async function shootFull(scheme) {
  const { app, page } = await open(full, scheme);
  if (await page.getByLabel('Your name').isVisible()) await begin(page);
  const asOf = page.getByRole('banner').locator('[data-as-of] input');
  await asOf.fill('2021-10-20');
  await page.getByText('15 days').or(page.getByText('Judged as of')).first().waitFor();
  await shootScreens(page, app, `full-${scheme}`);
  await shootDialogs(page, app, `full-${scheme}`);
  await app.close();
}

/**
 * @param {string} store
 * @param {'light' | 'dark'} colorScheme
 */
async function open(store, colorScheme) {
  const { executablePath, args } = electronForTests();
  const app = await _electron.launch({ executablePath, args: [...args, '--store', store], colorScheme });
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  return { app, page };
}

/** @param {import('playwright-core').Page} page */
async function begin(page) {
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').ElectronApplication} app
 * @param {string} name
 */
async function shootScreens(page, app, name) {
  for (const screen of SCREENS) {
    const places = page.getByRole('navigation', { name: 'Places' });
    await places.getByRole('button', { name: new RegExp(`^${screen}`) }).click();
    const word = screen === 'DCC exchange' ? 'exchange' : screen.split(' ')[0]?.toLowerCase();
    await shoot(page, app, `${word}-${name}`);
  }
}

/**
 * What opens over a screen, and the other looks of one.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').ElectronApplication} app
 * @param {string} name
 */
async function shootDialogs(page, app, name) {
  const place = (/** @type {string} */ screen) =>
    page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('button', { name: new RegExp(`^${screen}`) })
      .click();
  for (const command of ['Copy the chase list', 'Import test issues', 'Keyboard shortcuts']) {
    await page.keyboard.press('Control+k');
    await page.getByLabel('Find anything').fill(command);
    await page.waitForTimeout(300);
    await shoot(page, app, `palette-${command.split(' ').at(-1)?.toLowerCase()}-${name}`);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    await shoot(page, app, `dialog-${command.split(' ').at(-1)?.toLowerCase()}-${name}`);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
  }
  // A second start names the file, as a double click does.
  await app.evaluate(({ app: inside }, path) => {
    inside.emit('second-instance', {}, ['sec-golive', path], '/');
  }, fromTheDcc);
  await page.getByRole('button', { name: 'Apply' }).waitFor();
  await shoot(page, app, `exchange-received-${name}`);
  await page.getByRole('button', { name: 'Put aside' }).click();
  await place('Committees');
  await page.getByRole('button', { name: 'Record a meeting…' }).click();
  await shoot(page, app, `meeting-${name}`);
  await place('Criteria');
  for (const look of ['Coverage', 'Sufficiency']) {
    await page.getByText(look, { exact: true }).click();
    await shoot(page, app, `${look.toLowerCase()}-${name}`);
  }
  await place('Evidence');
  await page.getByRole('button', { name: 'EV-001@2' }).click();
  await page.waitForTimeout(1200);
  await shoot(page, app, `evidence-open-${name}`);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').ElectronApplication} app
 * @param {string} name
 */
async function shoot(page, app, name) {
  for (const [width, height] of SIZES) {
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]);
      },
      /** @type {[number, number]} */ ([width, height]),
    );
    await page.waitForTimeout(250);
    await page.screenshot({ path: inProject(`out/shots/${name}-${width}.png`) });
    count += 1;
  }
}
