import { join } from 'node:path';
import { expect, it } from 'vitest';
import { electronForTests } from '../../build/electronForTests.mjs';
import { deskOf } from '../support/desk.ts';
import { golive, withFile } from '../support/golive.ts';
import { largeFile } from '../support/largeFile.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';
import { electronAlone } from './beside/electronAlone.ts';
import { timeToPage } from './beside/timeToPage.ts';
import { inTurn, report } from './measure.ts';

const runs = 9;

/** A store that was worked in and closed: 200 criteria, 2,000 evidence items, 1,000 views, 5,000 test issues. */
async function largeStore(): Promise<string> {
  const { store, file } = withFile(largeFile(0.2));
  expect(golive(store, 'release', 'import', file).code).toBe(0);
  const { page, settled, close } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await desk.region('Criteria').waitFor();
  await settled();
  await close();
  return store;
}

it('is there after a start: an empty store, and a large one', async () => {
  const empty = join(scratchFolder(), 'store');
  const large = await largeStore();
  const app = electronForTests();
  const folder = scratchFolder();
  const alone = electronAlone(folder, 'emptyPage.mjs');
  const times = await inTurn(runs, {
    page: () => timeToPage(alone, [`--user-data-dir=${join(folder, 'alone')}`], 'main h1'),
    empty: () => timeToPage(app, ['--store', empty], 'main h1'),
    large: () => timeToPage(app, ['--store', large], 'main h2'),
  });
  report('start.empty', times.empty, times.page);
  report('start.large', times.large, times.page);
});
