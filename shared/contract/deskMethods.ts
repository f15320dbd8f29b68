import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { portfolioSchema } from '../domain/portfolio/computePortfolio.ts';
import { readinessSchema } from '../domain/readiness/computeReadiness.ts';
import { criteriaTemplatesSchema } from '../domain/records/criteriaTemplate.ts';
import { releaseFactsSchema } from '../domain/records/releaseFacts.ts';
import { changeSchema } from '../domain/since/change.ts';
import { asOfSchema, idSchema, nothing, pathSchema, recordKindSchema } from './common.ts';
import { forMain, forWindow } from './method.ts';
import { verificationSchema } from './packMethods.ts';

const searchHitSchema = z.strictObject({
  releaseId: idSchema,
  release: z.string(),
  kind: recordKindSchema,
  recordId: idSchema,
  key: z.string(),
  snippet: z.array(z.strictObject({ text: z.string(), fits: z.boolean() })),
});
export type SearchHit = z.output<typeof searchHitSchema>;

const draftSchema = z.strictObject({
  kind: recordKindSchema,
  recordId: idSchema,
  field: z.string(),
  value: z.unknown(),
  at: z.string(),
});

const packPreviewSchema = z.strictObject({ sha256: z.string(), pages: z.int(), notes: z.array(z.string()) });

export const inspectedPackSchema = z.strictObject({
  name: z.string(),
  /** The SHA-256 by which the viewer draws its pages; null where no store is open to lay them out in. */
  pages: z.string().nullable(),
  verification: verificationSchema,
  /** `bytes` null: it is damaged. */
  attachments: z.array(z.strictObject({ name: z.string(), bytes: z.int().nullable() })),
  /** Null: its facts cannot be read. */
  content: z
    .strictObject({
      reference: z.string(),
      final: z.boolean(),
      asOf: calendarDateSchema,
      /** With the first thousand test issues. */
      facts: releaseFactsSchema,
      /** How many test issues there are. */
      issues: z.int(),
      readiness: readinessSchema,
    })
    .nullable(),
  /** What changed in this store since; null where it does not have the release. */
  since: z.strictObject({ changes: z.array(changeSchema), findings: z.array(changeSchema) }).nullable(),
});

export type InspectedPack = z.output<typeof inspectedPackSchema>;

/** What the desk needs beyond one release: search, drafts, all releases at a glance, one's own templates. */
export const deskMethods = {
  /** Full-text search over every record; `complete` false: the index is still catching up. */
  'search.find': forWindow(
    z.strictObject({
      text: z.string().max(200),
      releaseId: idSchema.nullable(),
      limit: z.int().min(1).max(100),
    }),
    z.strictObject({ hits: z.array(searchHitSchema), complete: z.boolean() }),
  ),
  /** Keeps what is typed and not saved; `value` absent: it was given up. */
  'draft.keep': forWindow(
    z.strictObject({
      releaseId: idSchema,
      kind: recordKindSchema,
      recordId: idSchema,
      field: z.string(),
      value: z.unknown(),
    }),
    z.strictObject({}),
  ),
  'draft.list': forWindow(z.strictObject({ releaseId: idSchema }), z.array(draftSchema)),
  'templates.get': forWindow(nothing, criteriaTemplatesSchema),
  'templates.save': forWindow(criteriaTemplatesSchema, criteriaTemplatesSchema),
  'portfolio.compute': forWindow(z.strictObject({ asOf: asOfSchema }), portfolioSchema),
  /** The draft as it would be exported now; the viewer draws it by its SHA-256. Changes nothing. */
  'pack.preview': forWindow(z.strictObject({ release: z.string().min(1), asOf: asOfSchema }), packPreviewSchema),
  /** A pack to look at: verified or not, its facts as a release that cannot be changed, and what differs here. */
  'pack.inspect': forMain(z.strictObject({ file: pathSchema }), inspectedPackSchema),
  /** Every deadline of the releases (or of one) as an iCalendar file. */
  'calendar.export': forMain(
    z.strictObject({ release: z.string().nullable(), out: z.string().min(1), asOf: asOfSchema }),
    z.strictObject({ file: z.string(), events: z.int(), from: calendarDateSchema.nullable() }),
  ),
};
