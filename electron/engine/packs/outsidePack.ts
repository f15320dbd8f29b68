import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, type Result } from '../../../shared/domain/foundation/result.ts';
import type { VerifyPackInput } from '../../documents/tasks.ts';
import type { EngineContext } from '../context.ts';

/** Works on a pack from anywhere, with a folder of its own that is gone afterwards. */
export async function withOutsidePack<Value>(
  { appVersion }: EngineContext,
  named: string,
  work: (job: VerifyPackInput) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const file = resolve(named);
  if (!existsSync(file)) return fail('invalidInput', `There is no file ${file}; check the path.`, named);
  const folder = mkdtempSync(join(tmpdir(), 'sec-golive-pack-'));
  try {
    return await work({ file, work: folder, appVersion });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
