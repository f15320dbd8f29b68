import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ModalName } from '../../renderer/stores/modalStore.ts';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { golive, withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { makeTagPaper } from '../support/tagPaper.ts';
import { openApp } from '../support/window.ts';

const sample = join(import.meta.dirname, '../../build/sample/november-2021-sec-release.json');
const release = 'November 2021 SEC Release';

/** What has the cursor, as a person would call it; a dialog's own title where there is nothing to do in it. */
const cursor = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return 'nothing';
    const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : null;
    return (at.getAttribute('aria-label') ?? (label ?? at).textContent ?? '').trim();
  });

const ask = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k');
  await page.getByLabel('Find anything').fill(words);
  await page.locator('.mantine-Spotlight-action').filter({ hasText: words }).first().waitFor();
  await page.keyboard.press('Enter');
};

interface Opens {
  readonly open: () => Promise<void>;
  /** What has the cursor then. */
  readonly first: string | RegExp;
}

/** Each dialog that there is, by its name; one that is new does not compile until it stands here. */
async function everyDialog(): Promise<{ page: Page; dialogs: Record<ModalName | 'question' | 'preview', Opens> }> {
  const { folder, store } = withSample();
  const pack = join(folder, 'a pack.pdf');
  const draft = golive(store, 'pack', 'export', release, '--out', pack);
  expect(draft.code, draft.err).toBe(0);
  const file = join(folder, 'zebra.txt');
  writeFileSync(file, 'All of it was tested.\n');
  const { page, choose, saveAs, settled } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await page.getByRole('heading', { name: release }).waitFor();

  await page.getByLabel('As of today').fill('2021-10-20');
  await desk.goTo('Pack');
  const paper = join(folder, 'paper.pdf');
  await makeTagPaper(desk, { saveAs, settled }, paper);
  await settled();

  await desk.goTo('Evidence');
  await page.getByRole('button', { name: 'Back to today' }).click();
  await dropFiles(page, page.getByRole('main'), [file]);
  await page.getByText('Attached EV-').first().waitFor();
  await settled();
  const item = async () => {
    await desk.goTo('Evidence');
    const row = page.getByRole('grid').getByRole('row').filter({ hasText: /zebra/i });
    await row.getByText(/^EV-/).click();
    await page.getByRole('button', { name: 'Open zebra.txt larger' }).waitFor();
  };
  const dialogs = {
    newRelease: { open: () => ask(page, 'New release…'), first: 'Slot' },
    profile: { open: () => ask(page, 'Your profile…'), first: 'Your name' },
    import: { open: () => ask(page, 'Import test issues…'), first: 'Choose a file…' },
    help: { open: () => ask(page, 'Keyboard shortcuts and help'), first: /\w/ },
    about: { open: () => ask(page, 'About SEC Go-Live'), first: 'Filter the licences' },
    guide: { open: () => ask(page, 'User guide'), first: 'Words in the guide' },
    messages: { open: () => ask(page, 'Messages that told of errors'), first: 'What went wrong' },
    chase: { open: () => ask(page, 'Copy the chase list…'), first: /^Copy / },
    template: { open: () => ask(page, 'Take criteria from the template…'), first: /\w/ },
    removeRelease: { open: () => ask(page, 'Remove this release…'), first: 'Keep it' },
    text: {
      open: async () => {
        await desk.goTo('Pack');
        await desk.goTo('Dates');
        await desk
          .region(/^Texts/)
          .getByRole('button')
          .first()
          .click();
      },
      first: 'Copy the text',
    },
    packRead: {
      open: async () => {
        await choose([pack]);
        await ask(page, 'Open a pack to read…');
      },
      first: 'Overview',
    },
    returned: {
      open: async () => {
        await desk.goTo('Scope');
        await dropFiles(page, page.getByRole('main'), [paper]);
      },
      first: 'Keep it as evidence instead',
    },
    replaceRelease: {
      open: async () => {
        await choose([sample]);
        await ask(page, 'Import a release file…');
      },
      first: 'Keep what is here',
    },
    preview: {
      open: async () => {
        await item();
        await page.getByRole('button', { name: 'Open zebra.txt larger' }).click();
      },
      first: 'Content of zebra.txt',
    },
    purge: {
      open: async () => {
        await item();
        await page.getByRole('button', { name: 'Take out for good…' }).click();
      },
      first: 'Why',
    },
    question: {
      open: async () => {
        await desk.goTo('Evidence');
        await page.getByRole('grid').getByText('EV-002@1', { exact: true }).click();
        await page.getByRole('button', { name: 'Wrong file, replace…' }).click();
      },
      first: 'Keep the acceptance',
    },
  } as const satisfies Record<ModalName | 'question' | 'preview', Opens>;
  return { page, dialogs };
}

describe('a dialog', () => {
  it('opens with the cursor where a person begins, never on its cross and never on what loses something', async () => {
    const { page, dialogs } = await everyDialog();
    for (const [name, { open, first }] of Object.entries(dialogs)) {
      await open();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await expect.poll(() => cursor(page), { message: name }).toMatch(first);
      expect(await dialog.locator(':focus').count(), name).toBe(1);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });
});

describe('a release that was just created', () => {
  it('has the cursor at the first thing that it asks for', async () => {
    const { page } = await openApp(join(scratchFolder(), 'store'));
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    for (const slot of ['June 2027 SEC Release', 'November 2027 SEC Release']) {
      await desk.newRelease(slot);
      await page.getByRole('heading', { name: slot }).waitFor();
      await expect.poll(() => cursor(page), { message: slot }).toBe('Import or enter the scope');
    }
  });
});
