import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import type { VerifyPackInput } from '../../../documents/tasks.ts';
import { runTask } from '../../runTask.ts';
import { verb } from '../../verb.ts';

/** Checks a pack offline: every part against its manifest and, with the app version that made it, every byte. */
export const packVerify = verb('pack.verify', async (context, input) => {
  const file = resolve(input.file);
  if (!existsSync(file)) return fail('invalidInput', `There is no file ${file}; check the path.`, input.file);
  const work = mkdtempSync(join(tmpdir(), 'sec-golive-verify-'));
  try {
    const job: VerifyPackInput = { file, work, appVersion: context.appVersion };
    const verified = await runTask(context, 'documents', 'verifyPack', job);
    if (!verified.ok) return verified;
    const { problems, signatures, ...rest } = verified.value;
    return ok({
      ...rest,
      problems: problems.map((problem) => ({ ...problem })),
      signatures: signatures.map((signature) => ({ ...signature })),
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
