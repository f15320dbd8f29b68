import { z } from 'zod';
import { fileName, nothing, pathSchema } from './common.ts';
import { forMain } from './method.ts';

export const guideMethods = {
  /** The user guide as a PDF. `pictures`: the folder with those that were taken when the app was built. */
  'guide.export': forMain(
    z.strictObject({ out: pathSchema, pictures: pathSchema }),
    z.strictObject({ file: z.string(), pages: z.int(), pictures: z.int() }),
  ),
};

export const guideWindowMethods = {
  'guide.save': { input: nothing, output: fileName },
};
