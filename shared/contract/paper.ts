import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { issuedFileSchema, issuedNameSchema, issueInput } from './issue.ts';
import { forMain } from './method.ts';

export const paperMethods = {
  'paper.export': forMain(
    issueInput.extend({
      body: z.string().trim().min(1),
      meeting: calendarDateSchema,
      /** Whether the form for the body's answer is in it; absent: it is. */
      answers: z.boolean().optional(),
    }),
    issuedFileSchema.extend({ body: z.string(), criteria: z.array(z.string()) }),
  ),
};

export const paperWindowMethods = {
  'paper.save': {
    input: paperMethods['paper.export'].input.omit({ out: true }).extend({ name: z.string() }),
    output: issuedNameSchema,
  },
};
