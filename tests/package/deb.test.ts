import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitTime } from '../../build/package/commitTime.mjs';
import { debName, makeDeb } from '../../build/package/deb.mjs';
import { PACKAGES, UNPACKED } from '../../build/package/makePackages.mjs';
import { PRODUCT } from '../../build/package/product.mjs';
import { inProject } from '../../build/paths.mjs';
import { deskOf } from '../support/desk.ts';
import { changeAsar } from '../support/packaged/changedAsar.ts';
import {
  endAll,
  install,
  newHome,
  remove,
  run,
  start,
  startAgain,
  storeOf,
  whyNotInstallable,
} from '../support/packaged/installed.ts';

const whyNot = whyNotInstallable();
const title = 'the Debian package';
const earlier = '0.9.0';
const sample = inProject('build/sample/november-2021-sec-release.json');
const release = 'November 2021 SEC Release';

describe.skipIf(whyNot !== null)(whyNot === null ? title : `${title}: skipped, ${whyNot}`, () => {
  let work = '';
  let home = '';
  const golive = (store: string, ...args: readonly string[]) =>
    run(process.execPath, inProject('out/app/main/cli.js'), '--store', join(work, store), ...args);

  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'sec-golive-deb-'));
    chmodSync(work, 0o755);
    home = newHome(join(work, 'home'));
  });

  afterAll(() => {
    endAll();
    run('dpkg', '--purge', 'sec-golive');
    rmSync(work, { recursive: true, force: true });
  });

  it('is installed with a menu entry, a type for its files, and icons for both; no script runs', async () => {
    install(await earlierDeb(work));
    expect(run('dpkg-query', '-W', '-f', '$' + '{Version}', 'sec-golive')).toBe(earlier);
    const files = run('dpkg-query', '-L', 'sec-golive').split('\n');
    expect(files).toContain('/usr/share/applications/sec-golive.desktop');
    expect(files).toContain('/usr/share/icons/hicolor/48x48/apps/sec-golive.png');
    expect(files).toContain('/usr/share/icons/hicolor/48x48/mimetypes/application-x-sec-golive.png');
    const scripts = readdirSync('/var/lib/dpkg/info').filter((name) => /^sec-golive\.(pre|post)(inst|rm)$/.test(name));
    expect(scripts).toEqual([]);
    expect(readFileSync('/usr/share/mime/packages/sec-golive.xml', 'utf8')).toContain('pattern="*.golive"');
    expect(run('dpkg', '--verify', 'sec-golive')).toBe('');
  });

  it('starts from the menu, keeps a store, and is upgraded while that is in use', async () => {
    const before = await start(home);
    const desk = deskOf(before.page);
    await desk.begin('Ada Byron');
    await desk.newRelease('June 2027 SEC Release');
    expect(await versionOf(before.page)).toBe(earlier);
    install(inProject(PACKAGES, debName(PRODUCT.version)));
    expect(run('dpkg-query', '-W', '-f', '$' + '{Version}', 'sec-golive')).toBe(PRODUCT.version);
    // The one that runs is still the earlier one, and still keeps what is typed.
    await desk.goTo('Criteria');
    await desk.add('Add criterion');
    await desk.fill(desk.side('criterion AC-01'), 'Wording', 'Typed during the upgrade.');
    await before.end();
    const after = await start(home);
    expect(await versionOf(after.page)).toBe(PRODUCT.version);
    await deskOf(after.page).goTo('Criteria');
    await after.page.getByText('Typed during the upgrade.').first().waitFor();
    await after.end();
  });

  it('opens a bundle that is double-clicked, and a pack while it runs', async () => {
    golive('other', 'release', 'import', sample);
    const [bundle, pack] = [join(work, 'from the other side.golive'), join(work, 'a pack.pdf')];
    golive('other', '--as', 'Bo Test, DCC', 'bundle', 'export', release, '--out', bundle);
    golive('other', 'pack', 'export', release, '--as-of', '2021-10-20', '--out', pack);
    run('chmod', '644', bundle, pack);
    const { page, end } = await start(home, bundle);
    await page.getByText('from the other side.golive').first().waitFor();
    await startAgain(home, pack);
    await page.getByRole('dialog', { name: 'a pack.pdf: to look at only' }).waitFor();
    await page.getByText('its pages were rendered anew and compared').waitFor();
    await end();
  });

  it('goes without touching what was entered', () => {
    const kept = contentsOf(join(home, '.config'));
    expect([...kept.keys()]).toContain('SEC Go-Live/store/store.sqlite');
    remove();
    expect([...contentsOf(join(home, '.config'))]).toEqual([...kept]);
    expect(existsSync('/opt/sec-golive')).toBe(false);
    expect(existsSync('/usr/share/applications/sec-golive.desktop')).toBe(false);
    expect(
      JSON.parse(
        run(process.execPath, inProject('out/app/main/cli.js'), '--store', storeOf(home), '--json', 'store', 'check'),
      ).problems,
    ).toEqual([]);
  });
});

/** The app as it was before: it differs in its version. */
async function earlierDeb(work: string): Promise<string> {
  const app = join(work, 'earlier');
  cpSync(inProject(UNPACKED), app, { recursive: true });
  const change = { file: 'package.json', from: `"version": "${PRODUCT.version}"`, to: `"version": "${earlier}"` };
  const asar = await changeAsar(join(app, 'resources/app.asar'), [change], join(work, 'asar'));
  cpSync(asar, join(app, 'resources/app.asar'));
  return makeDeb({ app, version: earlier, time: await commitTime(), folder: work });
}

async function versionOf(page: Parameters<typeof deskOf>[0]): Promise<string> {
  return page.evaluate(async () => {
    const { golive } = window as unknown as {
      golive: { ask: (name: string, input: object) => Promise<{ value: { version: string } }> };
    };
    return (await golive.ask('app.about', {})).value.version;
  });
}

/** Every file below a folder, by its path, and its hash. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile());
  return new Map(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
