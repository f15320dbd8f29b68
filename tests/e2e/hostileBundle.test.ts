import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { golive, withSample } from '../support/golive.ts';
import { slowDown } from '../support/slowBundle.ts';
import { openApp } from '../support/window.ts';

describe('a bundle made to keep the app busy', () => {
  it('is opened beside it: the window and the engine answer meanwhile, and Stop ends it', async () => {
    const { folder, store: sender } = withSample();
    const bundle = join(folder, 'slow.golive');
    expect(golive(sender, 'bundle', 'export', 'November 2021 SEC Release', '--out', bundle).code).toBe(0);
    await slowDown(bundle);

    const store = join(folder, 'window');
    const { page } = await openApp(store);
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    await desk.newRelease('June 2027 SEC Release');
    await dropFiles(page, page.getByRole('main'), [bundle]);
    const work = page.getByRole('status').filter({ hasText: 'Opening the bundle' });
    const stop = page.getByRole('button', { name: 'Stop', exact: true });
    await work.waitFor();

    // Asked, typed and saved while it is being opened: each is answered before that is over.
    await desk.goTo('Criteria');
    await desk.add('Add criterion');
    await desk.fill(desk.side('criterion AC-01'), 'Wording', 'Every display test passed in both regions.');
    expect(await stop.isVisible()).toBe(true);
    await desk.goTo('Overview');
    await page.getByRole('region', { name: 'What stands between you and the pack' }).waitFor();
    expect(await stop.isVisible()).toBe(true);

    await stop.click();
    await desk.goTo('DCC exchange');
    await page.getByRole('alert').filter({ hasText: 'Stopped, as you asked; nothing was written.' }).waitFor();
    expect(await stop.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Put aside' }).click();
    const facts = golive(store, '--json', 'release', 'show', 'June 2027 SEC Release').out;
    expect(facts).toContain('Every display test passed in both regions.');
    expect(golive(store, '--json', 'release', 'list').json()).toHaveLength(1);
    expect(golive(store, 'store', 'check').code).toBe(0);
  });
});
