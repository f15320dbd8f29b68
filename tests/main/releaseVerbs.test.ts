import { expect, it, vi } from 'vitest';
import { createHeldPaths } from '../../electron/main/heldPaths.ts';
import { createReleaseVerbs } from '../../electron/main/releaseVerbs.ts';
import { appError } from '../../shared/domain/foundation/appError.ts';
import { err } from '../../shared/domain/foundation/result.ts';

vi.mock('electron', () => ({
  app: { getAppPath: () => '/app', isPackaged: false },
  dialog: { showOpenDialog: async () => ({ canceled: false, filePaths: ['/somewhere/june.json'] }) },
}));

it.each([
  ['its name', 'release.name'],
  ['its id, under another name', 'release.id'],
])('offers to replace a release that is here already by %s', async (_, where) => {
  const refuse = async () => err(appError('conflict', 'It is here already.', where));
  const { 'release.importFile': importFile } = createReleaseVerbs(() => null, createHeldPaths(), refuse as never);
  expect(await importFile({ replace: null })).toMatchObject({
    ok: true,
    value: { kind: 'known', sentence: 'It is here already.', source: expect.any(String) },
  });
});

it('offers nothing where a file cannot be taken either way', async () => {
  const refuse = async () => err(appError('conflict', 'It is of two.', 'release'));
  const { 'release.importFile': importFile } = createReleaseVerbs(() => null, createHeldPaths(), refuse as never);
  expect(await importFile({ replace: null })).toMatchObject({ ok: false, error: { message: 'It is of two.' } });
});
