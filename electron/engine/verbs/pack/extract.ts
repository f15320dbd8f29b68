import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import type { ExtractPackInput } from '../../../documents/tasks.ts';
import { runTask } from '../../runTask.ts';
import { verb } from '../../verb.ts';

/** Writes what a pack holds (snapshot, manifest, evidence files) into a folder. */
export const packExtract = verb('pack.extract', async (context, input) => {
  const file = resolve(input.file);
  if (!existsSync(file)) return fail('invalidInput', `There is no file ${file}; check the path.`, input.file);
  const out = resolve(input.out);
  if (!canBeFolder(out))
    return fail(
      'invalidInput',
      `${out} cannot be made a folder; name another place for what the pack holds.`,
      input.out,
    );
  const job: ExtractPackInput = { file, out };
  const extracted = await runTask(context, 'documents', 'extractPack', job);
  return extracted.ok ? ok({ files: [...extracted.value.files] }) : extracted;
});

/** Whether there is a folder of this name now. */
function canBeFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
