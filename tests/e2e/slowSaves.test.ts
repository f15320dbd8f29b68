import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

const name = 'June 2027 SEC Release';
const contents = ['implementation plan', 'impacts', 'cost', 'testing approach', 'Go-Live criteria'];

/** From now on nothing is saved before it is let go. */
async function holdSaves(app: ElectronApplication): Promise<() => Promise<void>> {
  await app.evaluate(({ ipcMain }) => {
    type Handler = (event: unknown, ...input: readonly unknown[]) => Promise<unknown>;
    // Electron has no public way to see what is handled; a version without this map fails here and now.
    const { _invokeHandlers: handlers } = ipcMain as unknown as { readonly _invokeHandlers: Map<string, Handler> };
    const held = new Promise<void>((resolve) => Object.assign(globalThis, { letSavesGo: resolve }));
    for (const [channel, handle] of handlers)
      handlers.set(channel, async (event, ...input) => {
        if (input[0] === 'record.edit' || input[0] === 'record.create') await held;
        return handle(event, ...input);
      });
  });
  return () => app.evaluate(() => (globalThis as unknown as { letSavesGo: () => void }).letSavesGo());
}

it('choices that follow each other faster than they are saved stand at once, and all of them are kept', async () => {
  const store = join(scratchFolder(), 'store');
  const { app, page } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await desk.newRelease(name);
  await desk.goTo('Scope & RID');
  const rid = desk.region('Release Implementation Document');
  await rid.getByRole('button', { name: 'Add RID version' }).click();
  await rid.locator('[data-field]:focus').waitFor();
  await page.keyboard.type('1.0');
  await page.keyboard.press('Tab');
  await desk.saved();

  const letGo = await holdSaves(app);
  await rid.getByRole('combobox', { name: 'Contains', exact: true }).click();
  for (const [at, option] of contents.entries()) {
    await page.getByRole('option', { name: option, exact: true }).click();
    await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(at + 1);
  }
  await letGo();
  await page.keyboard.press('Escape');
  await desk.saved();
  const { facts } = golive(store, '--json', 'release', 'show', name).json() as {
    facts: { rid: { versions: { contains: string[] }[] } };
  };
  expect(facts.rid.versions[0]?.contains).toHaveLength(contents.length);
});
