import { z } from 'zod';
import { issuedFileSchema, issuedNameSchema, issueInput } from './issue.ts';
import { forMain } from './method.ts';

export const decisionMethods = {
  'decision.export': forMain(issueInput, issuedFileSchema),
};

export const decisionWindowMethods = {
  'decision.save': {
    input: decisionMethods['decision.export'].input.omit({ out: true }).extend({ name: z.string() }),
    output: issuedNameSchema,
  },
};
