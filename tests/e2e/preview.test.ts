import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Attempts, installAttempts } from '../support/attempts.ts';
import { deskOf } from '../support/desk.ts';
import { heading, inFolder, listItem, message, paragraph, png, writeDocx, writePdf } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

/** A listener of this machine that hostile files try to reach; it counts who comes. */
async function listener() {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visits: () => visits };
}

/** The app with a release and these files attached, each item's side panel one click away. */
async function withFiles(folder: string, files: readonly string[], colorScheme: 'light' | 'dark' = 'light') {
  const opened = await openApp(join(folder, 'store'), colorScheme);
  const desk = deskOf(opened.page);
  await desk.begin('Ada Byron');
  await desk.newRelease('June 2027 SEC Release');
  await desk.goTo('Evidence');
  await opened.choose(files);
  await desk.add('Attach files…');
  await opened.page.getByText(`Attached EV-001`).waitFor();
  await desk.add('Leave as drafts');
  const show = async (number: number, name: string) => {
    await opened.page.getByRole('button', { name: `EV-00${number}@1`, exact: true }).click();
    return opened.page.getByRole('region', { name: `Preview of ${name}` });
  };
  const viewer = (name: string) => opened.page.frameLocator(`aside iframe[title="Preview of ${name}"]`);
  return { ...opened, desk, show, viewer };
}

async function problemsOf(page: Page) {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inside } = globalThis as unknown as { axe: typeof axe };
    const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], iframes: false };
    const { violations } = (await inside.run(options as never)) as unknown as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    return violations.map((each) => `${each.id}: ${each.nodes[0]?.html.slice(0, 200)}`);
  });
}

describe('looking into a file', () => {
  it('shows each type in the app, as words or as pages', async () => {
    const folder = scratchFolder();
    const workbook = join(folder, 'issues.xlsx');
    await writeXlsxFile([
      {
        sheet: 'Open',
        data: [
          ['Reference', 'Severity'],
          ['TI-1', 2],
        ],
      },
      { sheet: 'Closed', data: [['none yet']] },
    ]).toFile(workbook);
    const { page, show, viewer } = await withFiles(folder, [
      await writePdf(join(folder, 'exit.pdf'), { pages: 3 }),
      inFolder(folder, 'screen.png', png),
      inFolder(folder, 'notes.txt', 'All tests ran.'),
      inFolder(folder, 'results.csv', 'Test,Result\nT-1,passed\n'),
      workbook,
      await writeDocx(join(folder, 'report.docx'), paragraph('Exit report', heading) + paragraph('one item', listItem)),
      inFolder(folder, 'tool.bin', Buffer.from([0, 1, 2, 3])),
    ]);

    await show(1, 'exit.pdf');
    const pdf = viewer('exit.pdf');
    await pdf.getByText('Words of page 1').waitFor();
    await pdf.getByText('of 3').waitFor();
    const number = pdf.getByRole('spinbutton', { name: 'Page' });
    await pdf.getByRole('button', { name: 'Next page' }).click();
    await pdf.getByText('Words of page 2').waitFor();
    await number.fill('3');
    await number.press('Enter');
    await pdf.getByText('Words of page 3').waitFor();
    const zoom = pdf.getByRole('status', { name: 'Zoom' });
    const fitted = await zoom.textContent();
    await pdf.getByRole('button', { name: 'Zoom in' }).click();
    expect(await zoom.textContent()).not.toBe(fitted);
    await pdf.getByRole('button', { name: 'Fit' }).click();
    expect(await zoom.textContent()).toBe(fitted);

    await show(2, 'screen.png');
    await viewer('screen.png').getByText('1 × 1 pixels').waitFor();

    await (await show(3, 'notes.txt')).getByText('All tests ran.').waitFor();
    await (await show(4, 'results.csv')).getByRole('cell', { name: 'passed' }).waitFor();

    const sheets = await show(5, 'issues.xlsx');
    await sheets.getByRole('cell', { name: 'TI-1' }).waitFor();
    await sheets.getByRole('combobox', { name: 'Sheet' }).click();
    await page.getByRole('option', { name: 'Closed' }).click();
    await sheets.getByRole('cell', { name: 'none yet' }).waitFor();

    const report = await show(6, 'report.docx');
    await report.getByText('Exit report').waitFor();
    await report.getByText('one item').waitFor();
    expect(await problemsOf(page)).toEqual([]);

    await (await show(7, 'tool.bin')).getByText('There is no preview of this type').waitFor();
  });

  it('opens large, closes on Escape inside and outside the frame, and leaves the panel open', async () => {
    const folder = scratchFolder();
    const { page, show, viewer } = await withFiles(
      folder,
      [await writePdf(join(folder, 'exit.pdf')), inFolder(folder, 'notes.txt', 'All tests ran.')],
      'dark',
    );
    const dialog = page.getByRole('dialog', { name: 'exit.pdf' });
    await (await show(1, 'exit.pdf')).getByRole('button', { name: 'Open exit.pdf larger' }).click();
    const large = dialog.frameLocator('iframe');
    await large.getByText('Words of page 1').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await large.getByRole('spinbutton', { name: 'Page' }).focus();
    // Where the frame goes with the dialog before it has acknowledged the key, nobody ever does: what it did is waited for.
    page.keyboard.press('Escape').catch(() => undefined);
    await dialog.waitFor({ state: 'detached' });
    await viewer('exit.pdf').getByText('Words of page 1').waitFor();

    await (await show(2, 'notes.txt')).getByRole('button', { name: 'Open notes.txt larger' }).press('Enter');
    await page.getByRole('dialog', { name: 'notes.txt' }).getByText('All tests ran.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'notes.txt' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('region', { name: 'Preview of notes.txt' }).isVisible()).toBe(true);
  });

  it('runs nothing of what it shows, and nothing of it reaches a network', async () => {
    const folder = scratchFolder();
    const { address, visits } = await listener();
    const script = `parent.pwned = top.pwned = window.pwned = 1; fetch('${address}/x'); new Image().src = '${address}/y'`;
    const { app, page, show, viewer } = await withFiles(folder, [
      await writePdf(join(folder, 'evil.pdf'), {
        script: `app.launchURL("${address}/pdf"); this.submitForm("${address}")`,
      }),
      inFolder(
        folder,
        'evil.svg',
        `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="100" onload="${script}"><script>${script}</script><style>@import url("${address}/c.css");</style><image href="${address}/i.png" width="9" height="9"/><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${address}/f"/></foreignObject><rect width="300" height="100" fill="green"/></svg>`,
      ),
      inFolder(
        folder,
        'evil.eml',
        message([
          'From: mallory@example.org',
          'Date: Thu, 30 Sep 2021 10:00:00 +0000',
          'Message-ID: <1@example.org>',
          'MIME-Version: 1.0',
          'Content-Type: text/html',
          '',
          `<script>${script}</script><img src="${address}/mail.png" onerror="${script}"><p>Kind regards</p>`,
        ]),
      ),
      inFolder(folder, 'evil.html', `<!doctype html><script>${script}</script><img src="${address}/z">`),
      await writePdf(join(folder, 'locked.pdf'), { password: 'secret' }),
      inFolder(folder, 'broken.pdf', '%PDF-1.7\nand nothing more'),
    ]);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));

    await show(1, 'evil.pdf');
    await viewer('evil.pdf').getByText('Words of page 1').waitFor();
    await show(2, 'evil.svg');
    await viewer('evil.svg').getByText('300 × 100 pixels').waitFor();
    await (await show(3, 'evil.eml')).getByText('Kind regards').waitFor();
    await (await show(4, 'evil.html')).getByText('<script>').waitFor();
    await show(5, 'locked.pdf');
    await viewer('locked.pdf').getByRole('alert').getByText('protected with a password').waitFor();
    await show(6, 'broken.pdf');
    await viewer('broken.pdf').getByRole('alert').getByText('is damaged').waitFor();

    const frame = page.frames().find((one) => one.url().startsWith('app://viewer/'));
    if (!frame) throw new Error('There is no viewer');
    // What even a viewer taken over could do: it holds no bridge, sees no window, and reaches nobody.
    await frame.evaluate(installAttempts);
    const inside = await frame.evaluate(async (target) => {
      const { attempt, later } = globalThis as unknown as Attempts;
      return {
        origin: window.origin,
        bridge: typeof (globalThis as { golive?: unknown }).golive,
        require: typeof (globalThis as { require?: unknown }).require,
        evaluate: await attempt(() => later(() => new Function('return 1')())),
        window: await attempt(() => window.parent.document.title),
        network: await attempt(() => fetch(target)),
        app: await attempt(() => fetch('app://golive/index.html')),
        store: (await fetch('app://evidence/..%2fstore.sqlite')).status,
        opened: window.open(target) === null,
        stored: await attempt(() => localStorage.length),
      };
    }, address);
    expect(inside).toEqual({
      origin: 'null',
      bridge: 'undefined',
      require: 'undefined',
      evaluate: 'EvalError',
      window: 'SecurityError',
      network: 'TypeError',
      app: 'TypeError',
      store: 404,
      opened: true,
      stored: 'SecurityError',
    });
    expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
    expect(await frame.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
    // A frame of its own process: what hangs there does not hang the window.
    const processes = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree.map(({ osProcessId }) => osProcessId),
    );
    expect(new Set(processes).size).toBe(2);

    await page.evaluate(() => {
      const refused: string[] = [];
      Object.assign(globalThis, { refused });
      addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    });
    await frame.evaluate((target) => {
      window.location.href = target;
    }, address);
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused))
      .toEqual(['frame-src']);
    expect(frame.url()).not.toContain(address);
    expect(page.url()).toBe('app://golive/');
    expect(visits()).toBe(0);
    expect(asked.filter((url) => !/^(app:\/\/|blob:|data:)/.test(url) && !url.startsWith(address))).toEqual([]);
  });
});
