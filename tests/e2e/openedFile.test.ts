import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

const sample = join(import.meta.dirname, '../../build/sample/november-2021-sec-release.json');
const release = 'November 2021 SEC Release';

it('opens what it is started with, wherever it was left the last time', async () => {
  const folder = scratchFolder();
  const [store, other] = [join(folder, 'store'), join(folder, 'other')];
  const [bundle, pack] = [join(folder, 'theirs.golive'), join(folder, 'a pack.pdf')];
  golive(other, 'release', 'import', sample);
  golive(other, '--as', 'Bo Test, DCC', 'bundle', 'export', release, '--out', bundle);
  golive(other, 'pack', 'export', release, '--as-of', '2021-10-20', '--out', pack);
  const first = await openApp(store);
  const desk = deskOf(first.page);
  await desk.begin('Ada Byron');
  await desk.newRelease('June 2027 SEC Release');
  await desk.goTo('Criteria');
  await first.close();

  const withBundle = await openApp(store, 'light', bundle);
  await withBundle.page.getByText('theirs.golive').first().waitFor();
  await withBundle.settled();
  expect(await withBundle.page.getByText('theirs.golive').first().isVisible()).toBe(true);
  await withBundle.close();

  const withPack = await openApp(store, 'light', pack);
  const read = withPack.page.getByRole('dialog', { name: 'a pack.pdf: to look at only' });
  await read.getByText('its pages were rendered anew and compared').waitFor();
});
