import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { evidenceStatuses } from '../domain/records/evidence.ts';
import { fieldsSchema, fileName, idSchema, named, pathSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';
import { previewSchema } from './preview.ts';
import { changedSchema, changing } from './record.ts';

/** A place that held a file that was taken out, or may hold it: what was done there (`done`), or why nothing could be. */
const purgedPlaceSchema = z.strictObject({
  place: z.string(),
  done: z.boolean(),
  sentence: z.string(),
  /** What is in the way may be gone later: taking the item out once more tries it again. */
  again: z.literal(true).optional(),
});
export type PurgedPlace = z.output<typeof purgedPlaceSchema>;

/** What became of each file that was attached together. */
const attachedSchema = z.strictObject({
  /** `entry`…`through` take the one file back. */
  added: z.array(z.strictObject({ id: idSchema, reference: z.string(), entry: z.int(), through: z.int() })),
  /** `duplicate`: the release holds the same content; the person may add it all the same, by its `source`. */
  refused: z.array(
    z.strictObject({ source: z.string(), file: z.string(), sentence: z.string(), duplicate: z.boolean() }),
  ),
});
export type Attached = z.output<typeof attachedSchema>;

export const evidenceMethods = {
  /**
   * Moves evidence along its life: draft, submitted, accepted, rejected, withdrawn; each with who decided. `saw`: the
   * SHA-256 of the file that was judged, by id (null: there was none); an item that holds another by now is refused.
   */
  'evidence.setStatus': forWindow(
    changing.extend({
      releaseId: idSchema,
      ids: z.array(idSchema).min(1).max(5000),
      status: z.enum(evidenceStatuses),
      saw: z.record(idSchema, z.string().nullable()).optional(),
      reason: z.string().trim().min(1).nullable(),
      /** The day on which it was accepted, by telephone say; absent: today. The history keeps when it was entered. */
      acceptedOn: calendarDateSchema.optional(),
    }),
    changedSchema,
  ),
  'evidence.add': forMain(
    changing.extend({
      ...named.shape,
      file: pathSchema,
      fields: fieldsSchema,
      /** Content that the release holds already is refused otherwise. */
      allowDuplicate: z.boolean().optional(),
      /** A name that the files of one list share: asked for before the ones before are answered, they are recorded in turn. */
      list: idSchema.optional(),
    }),
    changedSchema,
  ),
  /** Makes an attachment of a message that is evidence an item of its own; counted from 0, as the preview lists them. */
  'evidence.addAttached': forWindow(
    changing.extend({ id: idSchema, attachment: z.int().min(0).max(199), allowDuplicate: z.boolean().optional() }),
    changedSchema,
  ),
  'evidence.replaceFile': forMain(changing.extend({ id: idSchema, file: pathSchema }), changedSchema),
  'evidence.purge': forWindow(
    changing.extend({
      id: idSchema,
      reason: z.string().trim().min(1, { error: 'is empty; say why the file is taken out' }),
    }),
    changedSchema.extend({ places: z.array(purgedPlaceSchema) }),
  ),
  'evidence.copyOut': forMain(
    z.strictObject({ id: idSchema, folder: pathSchema }),
    z.strictObject({ file: z.string() }),
  ),
  'evidence.preview': forWindow(z.strictObject({ id: idSchema }), previewSchema),
};

const attachInput = evidenceMethods['evidence.add'].input.pick({ release: true, fields: true, asOf: true });
export type AttachInput = z.output<typeof attachInput>;

export const evidenceWindowMethods = {
  'evidence.attach': { input: attachInput, output: attachedSchema.nullable() },
  'evidence.attachHeld': { input: attachInput.extend({ sources: z.array(z.string()) }), output: attachedSchema },
  'evidence.saveCopy': { input: evidenceMethods['evidence.copyOut'].input.omit({ folder: true }), output: fileName },
  'evidence.chooseReplacement': {
    input: evidenceMethods['evidence.replaceFile'].input.pick({ id: true, asOf: true }),
    output: fileName,
  },
};
