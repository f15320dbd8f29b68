import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { answerEvidence, rangeOf, resolveEvidence } from '../../electron/main/evidenceFiles.ts';
import { isViewerPage, isViewerRequest, viewerHeaders, windowHeaders } from '../../electron/main/policies.ts';
import { png, scriptedSvg } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';

vi.mock('electron', () => ({ protocol: {}, session: {} }));
const { resolveAsset } = await import('../../electron/main/protocol.ts');

function roots() {
  const folder = scratchFolder();
  for (const name of ['renderer', 'renderer-evil', 'renderer/viewer']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'renderer', 'index.html'), 'ours');
  writeFileSync(join(folder, 'renderer', 'viewer', 'index.html'), 'the viewer');
  writeFileSync(join(folder, 'renderer-evil', 'index.html'), 'theirs');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  symlinkSync(join(folder, 'secret.js'), join(folder, 'renderer', 'link.js'));
  return join(folder, 'renderer');
}

const hash = 'ab'.repeat(32);
const other = 'cd'.repeat(32);

/** A files folder with one file, a sibling folder whose name starts alike, a link, and the store's database beside it. */
function filesWith(content: string | Uint8Array) {
  const folder = scratchFolder();
  for (const name of ['files/ab', 'files/cd', 'files-evil/ab']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'files', 'ab', hash), content);
  writeFileSync(join(folder, 'files-evil', 'ab', hash), 'theirs');
  writeFileSync(join(folder, 'store.sqlite'), 'the store');
  symlinkSync(join(folder, 'store.sqlite'), join(folder, 'files', 'cd', other));
  return join(folder, 'files');
}

describe('our own protocol', () => {
  it('serves the files of its root', async () => {
    const root = roots();
    expect(await resolveAsset(root, 'golive', 'app://golive/')).toBe(join(root, 'index.html'));
    expect(await resolveAsset(root, 'golive', 'app://golive/index.html?x#y')).toBe(join(root, 'index.html'));
  });

  it.each([
    ['another host', 'app://elsewhere/index.html'],
    ['the viewer’s host', 'app://viewer/index.html'],
    ['another scheme', 'https://golive/index.html'],
    ['a sibling folder whose name starts alike', 'app://golive/..%2frenderer-evil/index.html'],
    ['the folder above, encoded', 'app://golive/%2e%2e/secret.js'],
    ['the folder above, with backslashes', 'app://golive/..\\secret.js'],
    ['a link that leaves the root', 'app://golive/link.js'],
    ['a file that is not there', 'app://golive/nowhere.js'],
    ['a type that is not served', 'app://golive/index.exe'],
    ['a broken escape', 'app://golive/%zz.js'],
    ['a NUL', 'app://golive/index.html%00.js'],
    ['no URL at all', 'index.html'],
  ])('does not serve %s', async (_what, url) => {
    expect(await resolveAsset(roots(), 'golive', url)).toBeNull();
  });

  it('gives the viewer its own folder and nothing of the window', async () => {
    const root = join(roots(), 'viewer');
    expect(await resolveAsset(root, 'viewer', 'app://viewer/index.html')).toBe(join(root, 'index.html'));
    expect(await resolveAsset(root, 'viewer', 'app://viewer/..%2findex.html')).toBeNull();
    expect(await resolveAsset(root, 'viewer', 'app://golive/index.html')).toBeNull();
  });
});

describe('the files of the store', () => {
  it('are served under their hash', async () => {
    const files = filesWith(png);
    expect(await resolveEvidence(files, `app://evidence/${hash}`)).toBe(join(files, 'ab', hash));
  });

  it.each([
    ['another host', `app://golive/${hash}`],
    ['another scheme', `https://evidence/${hash}`],
    ['a hash in capitals', `app://evidence/${hash.toUpperCase()}`],
    ['a shorter name', `app://evidence/${hash.slice(1)}`],
    ['a longer name', `app://evidence/${hash}0`],
    ['what is no hash', `app://evidence/${'g'.repeat(64)}`],
    ['a folder', 'app://evidence/ab'],
    ['a path below', `app://evidence/ab/${hash}`],
    ['the folder above', 'app://evidence/..%2fstore.sqlite'],
    ['a sibling folder whose name starts alike', `app://evidence/..%2ffiles-evil%2fab%2f${hash}`],
    ['a link', `app://evidence/${other}`],
    ['a file that is not there', `app://evidence/${'00'.repeat(32)}`],
    ['a question', `app://evidence/${hash}?type=text/html`],
    ['no URL at all', hash],
  ])('are not served for %s', async (_what, url) => {
    expect(await resolveEvidence(filesWith(png), url)).toBeNull();
  });

  it('carry the type of their content, and a policy under which nothing runs', async () => {
    const answer = await answerEvidence([filesWith(scriptedSvg)], new Request(`app://evidence/${hash}`));
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'access-control-allow-origin': 'null',
    });
    expect(await answer.text()).toBe(scriptedSvg);
  });

  it.each([
    ['<!doctype html><script>1</script>', 415],
    ['only words', 415],
    ['', 415],
    ['words before <svg> and no picture', 415],
    ['%PDF-1.7', 200],
  ])('that hold %j are answered with %i', async (content, status) => {
    const answer = await answerEvidence([filesWith(content)], new Request(`app://evidence/${hash}`));
    expect(answer.status).toBe(status);
    await answer.body?.cancel();
  });

  it('are given in parts where a part is asked for, and to nobody who writes', async () => {
    const files = filesWith('%PDF-0123456789');
    const ask = (range: string) =>
      answerEvidence([files], new Request(`app://evidence/${hash}`, { headers: { range } }));
    const part = await ask('bytes=5-7');
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 5-7/15', '012']);
    expect((await ask('bytes=90-99')).status).toBe(416);
    const post = new Request(`app://evidence/${hash}`, { method: 'POST', body: 'x' });
    expect((await answerEvidence([files], post)).status).toBe(404);
  });

  it.each([
    ['bytes=0-', { first: 0, last: 9 }],
    ['bytes=2-3', { first: 2, last: 3 }],
    ['bytes=2-99', { first: 2, last: 9 }],
    ['bytes=10-', null],
    ['bytes=3-2', null],
    ['bytes=0-1,4-5', null],
    ['lines=0-1', null],
  ])('understand the range %s', (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range);
  });
});

describe('the policies', () => {
  it('let the window frame the viewer and nothing else, and run no inline script', () => {
    const policy = windowHeaders()['content-security-policy'];
    expect(policy).toContain('frame-src app://viewer;');
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('app://evidence');
  });

  it('let the viewer be framed by the window alone, with its own scripts and no eval', () => {
    const policy = viewerHeaders('app://golive')['content-security-policy'];
    expect(policy).toMatch(/^sandbox allow-scripts; default-src 'none'; script-src app:\/\/viewer;/);
    expect(policy).toMatch(/frame-ancestors app:\/\/golive$/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each([
    ['app://viewer/index.html#kind=pdf', true],
    ['app://viewer/index.html', true],
    ['app://viewer/other.html', false],
    ['app://viewer.evil/index.html', false],
    ['app://evidence/x', false],
    ['https://viewer/index.html', false],
  ])('a frame may be at %s: %s', (url, may) => {
    expect(isViewerPage(url)).toBe(may);
  });

  it('know a request of the viewer from one that only looks like it', () => {
    expect(isViewerRequest(`app://evidence/${hash}`)).toBe(true);
    expect(isViewerRequest('app://evidence.example.org/x')).toBe(false);
    expect(isViewerRequest('https://viewer/x')).toBe(false);
  });
});
