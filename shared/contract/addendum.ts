import { z } from 'zod';
import { issuedFileSchema, issuedNameSchema, issueInput } from './issue.ts';
import { forMain } from './method.ts';

export const addendumMethods = {
  /** Late evidence, in a file that names the final pack it adds to. */
  'addendum.export': forMain(issueInput, issuedFileSchema),
};

export const addendumWindowMethods = {
  'addendum.save': {
    input: addendumMethods['addendum.export'].input.omit({ out: true }).extend({ name: z.string() }),
    output: issuedNameSchema,
  },
};
