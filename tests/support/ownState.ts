import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach } from 'vitest';

/*
 * What a machine knows of its stores beside them: each test is a machine of its own, for their stores may be made with
 * the same ids.
 */
const made: string[] = [];

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'sec-golive-state-'));
  made.push(folder);
  process.env.SEC_GOLIVE_STATE = folder;
});

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});
