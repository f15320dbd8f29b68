import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail } from '../../../../shared/domain/foundation/result.ts';
import type { ComparePacksInput } from '../../../documents/tasks.ts';
import { runTask } from '../../runTask.ts';
import { verb } from '../../verb.ts';

/** What changed between two packs, as facts and as findings. */
export const packCompare = verb('pack.compare', async (context, input) => {
  const [before, after] = [resolve(input.before), resolve(input.after)];
  const missing = [before, after].find((file) => !existsSync(file));
  if (missing) return fail('invalidInput', `There is no file ${missing}; check the path.`, missing);
  const job: ComparePacksInput = { before, after };
  return runTask(context, 'documents', 'comparePacks', job);
});
