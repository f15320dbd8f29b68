import { z } from 'zod';

/** A word as it was typed, and what may have been meant, the likeliest first. */
const misspeltSchema = z.strictObject({ word: z.string(), suggestions: z.array(z.string()).readonly() });
export type Misspelt = z.output<typeof misspeltSchema>;

export const spellingWindowMethods = {
  /** British English, from the app's own dictionary. */
  'spelling.check': {
    input: z.strictObject({ text: z.string().max(200_000) }),
    output: z.array(misspeltSchema).readonly(),
  },
};
