import { z } from 'zod';
import { fileName, judged, pathSchema } from './common.ts';
import { forMain } from './method.ts';

export const tableMethods = {
  'table.export': forMain(
    judged.extend({ table: z.string().min(1), out: pathSchema }),
    z.strictObject({ file: z.string(), rows: z.int() }),
  ),
};

export const tableWindowMethods = {
  'table.save': {
    input: tableMethods['table.export'].input.omit({ out: true }).extend({ name: z.string() }),
    output: fileName,
  },
};
