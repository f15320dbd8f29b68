import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { positions } from '../domain/catalogue/view.ts';
import { heldFileSchema, named, pathSchema } from './common.ts';
import { issuedFileSchema, issuedNameSchema, issueInput } from './issue.ts';
import { forMain } from './method.ts';

/** One answer of a body in its paper, and the position that stood before; null: none did. */
const plannedAnswerSchema = z.strictObject({
  criterion: z.string(),
  position: z.enum(positions),
  words: z.string().nullable(),
  conditions: z.array(z.string()),
  /** Conditions of its answer before that this copy no longer has: reworded or removed. */
  gone: z.array(z.string()),
  before: z.enum(positions).nullable(),
});

const paperReadSchema = z.strictObject({
  paper: z.string(),
  body: z.string(),
  /** Whether a paper of that reference was issued for this release from this store. */
  issued: z.boolean(),
  /** Where it is not the paper that was issued, a sentence each. */
  changed: z.array(z.string()),
  plan: z.array(plannedAnswerSchema),
  /** Criteria without a position. */
  missing: z.array(z.string()),
  /** The day of the meeting, and the meeting as the views will name it. */
  on: calendarDateSchema.nullable(),
  meeting: z.string().nullable(),
  notes: z.array(z.string()),
  /**
   * How many views and conditions were entered or changed, and how many conditions of its answer before were removed;
   * null: nothing was to be recorded yet.
   */
  recorded: z.strictObject({ views: z.int(), conditions: z.int(), removed: z.int() }).nullable(),
  entry: z.int(),
  through: z.int(),
});
export type PaperRead = z.output<typeof paperReadSchema>;

export const paperMethods = {
  /** A paper that a body has filled in: what it says, and unless `dryRun`, recorded as its views and conditions. */
  'paper.read': forMain(named.extend({ file: pathSchema, dryRun: z.boolean() }), paperReadSchema),
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
  /** `source`: a held file. */
  'paper.readFile': {
    input: paperMethods['paper.read'].input.omit({ file: true }).extend({ source: heldFileSchema.shape.source }),
    output: paperReadSchema,
  },
  'paper.save': {
    input: paperMethods['paper.export'].input.omit({ out: true }).extend({ name: z.string() }),
    output: issuedNameSchema,
  },
};
