import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { textKinds } from '../domain/texts/textKinds.ts';
import { fileName, idSchema, judged, pathSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';
import { changedSchema, changing } from './record.ts';

const kind = z.enum(textKinds);
const form = z.enum(['plain', 'html']);

const writtenSchema = z.strictObject({
  text: kind,
  subject: z.string(),
  /** The same words in both forms; the HTML is a page of its own, without styles and scripts. */
  plain: z.string(),
  html: z.string(),
});

export const textMethods = {
  /** One of the texts that go out about a release (§5.2, §6), from the facts. */
  'text.write': forWindow(judged.extend({ text: kind }), writtenSchema),
  'text.export': forMain(
    judged.extend({ text: kind, form, out: pathSchema }),
    writtenSchema.extend({ file: z.string() }),
  ),
  /** That it was sent, with what follows from it: what the Releases page shows, which approvals are notified. */
  'text.recordSent': forWindow(
    changing.extend({
      releaseId: idSchema,
      text: kind,
      channel: z.string().trim().min(1).max(200),
      on: calendarDateSchema,
      address: z.string().max(2000).nullable(),
    }),
    changedSchema,
  ),
};

export const textWindowMethods = {
  'text.save': {
    input: textMethods['text.export'].input.omit({ out: true }).extend({ name: z.string() }),
    output: fileName,
  },
};
