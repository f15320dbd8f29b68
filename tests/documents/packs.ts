import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { VerifiedPack } from '../../electron/documents/tasks.ts';
import { verifyPack } from '../../electron/documents/verifyPack.ts';
import { testVersion } from './fixtures.ts';
import { quiet, succeeded } from './makePack.ts';

export { type MadePack, makePack, quiet, succeeded } from './makePack.ts';

/** A folder of this test file, gone when it ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sec-golive-documents-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function verify(file: string, renderer?: string): Promise<VerifiedPack> {
  const work = mkdtempSync(join(tmpdir(), 'sec-golive-verify-'));
  mkdirSync(work, { recursive: true });
  try {
    return succeeded(
      await verifyPack({ file, work, appVersion: testVersion, ...(renderer === undefined ? {} : { renderer }) }, quiet),
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
