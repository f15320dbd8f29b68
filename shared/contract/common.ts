import { z } from 'zod';
import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { type ListKind, listKinds } from '../domain/records/recordKinds.ts';

export const idSchema = z.guid();
export const nothing = z.strictObject({});
export const asOfSchema = calendarDateSchema.nullable();
export const listKindSchema = z.enum(listKinds as readonly [ListKind, ...ListKind[]]);
export const recordKindSchema = z.union([listKindSchema, z.literal('release')]);

/** Fields by name; the engine checks each against the domain's schema of its kind. */
export const fieldsSchema = z.record(z.string(), z.unknown());

/** A path on the machine: only main and the CLI ever send one. */
export const pathSchema = z.string().min(1);

/** A record after a change; `record` null: removed. */
export const recordChangeSchema = z.strictObject({
  kind: recordKindSchema,
  id: idSchema,
  record: fieldsSchema.nullable(),
});

/** Whether what the other side owns is recorded for it and marked so; absent: it is refused. */
export const onBehalfSchema = z.boolean().optional();

/**
 * The findings that the caller holds, as an earlier answer named them (`state`), so that it is told only what became of
 * them; null: it holds none yet. Absent: it keeps none, and every answer tells everything.
 */
export const knowsSchema = z.string().max(100).nullable().optional();

/** Where a release is meant: its name or its id. */
export const named = z.strictObject({ release: z.string().min(1) });

/** A release as it stands on a day; null: today. */
export const judged = named.extend({ asOf: asOfSchema });

/** The own name of what a person chose or saved; null: they closed the dialog without choosing. */
export const fileName = z.strictObject({ name: z.string() }).nullable();

/** A file that main holds for the window: the token stands for its path. */
export const heldFileSchema = z.strictObject({ source: z.string(), name: z.string() });
export type HeldFile = z.output<typeof heldFileSchema>;
