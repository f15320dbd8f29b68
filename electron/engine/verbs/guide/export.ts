import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { buildGuideModel, type GuidePictures } from '../../../../shared/domain/guide/guideModel.ts';
import { guidePictures } from '../../../../shared/domain/guide/guidePage.ts';
import { publishFile, temporaryBeside } from '../../../store/durableFile.ts';
import { problemWithTarget } from '../../packs/sources.ts';
import { runTask } from '../../runTask.ts';
import { verb } from '../../verb.ts';

/** The guide as a PDF, of this version and without a store; a picture that was not taken is left out. */
export const guideExport = verb('guide.export', async (context, input) => {
  const out = resolve(input.out);
  const unwritable = problemWithTarget(out);
  if (unwritable) return fail('invalidInput', unwritable, input.out);
  const pictures = readPictures(input.pictures);
  const models = [buildGuideModel(context.appVersion, pictures)];
  const temporary = temporaryBeside(out);
  try {
    const made = await runTask(context, 'documents', 'exportReport', { models, out: temporary });
    if (!made.ok) return made;
    publishFile(temporary, out);
    return ok({ file: out, pages: made.value.pages, pictures: Object.keys(pictures).length });
  } finally {
    rmSync(temporary, { force: true });
  }
});

function readPictures(folder: string): GuidePictures {
  return Object.fromEntries(
    guidePictures
      .map((name) => [name, join(folder, `${name}.png`)] as const)
      .filter(([, file]) => existsSync(file))
      .map(([name, file]) => [name, readFileSync(file).toString('base64')]),
  );
}
