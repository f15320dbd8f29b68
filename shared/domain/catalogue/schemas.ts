import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendarDate.ts';

/**
 * The building blocks of every record. Any field may be null or absent when unknown (`docs/formats.md`):
 * absent reads as null, and null never means *false* or *none*.
 */
export function unknowable<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullable().default(null as never);
}

/** Text that SQLite and UTF-8 can hold without loss. */
const textSchema = z
  .string()
  .max(2_000_000, { error: 'is longer than two million characters; attach it as evidence instead' })
  .refine((text) => text.isWellFormed(), { error: 'holds half of a character (a lone surrogate); type it again' });

export const text = unknowable(textSchema);
export const date = unknowable(calendarDateSchema);
export const flag = unknowable(z.boolean());
export const count = unknowable(z.int().min(0).max(1_000_000_000));
export const severity = unknowable(z.int().min(1).max(9));
export const sha256 = unknowable(
  z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256; write 64 hexadecimal digits in lower case' }),
);

/** One of the listed words, or null when not stated. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return unknowable(z.enum(words));
}

/** A list of the listed words; null when not stated, [] when stated to be none. */
export function someOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return unknowable(z.array(z.enum(words)));
}

export const texts = unknowable(z.array(textSchema));

/** A pointer at another record, written as that record's reference is: without blanks around it. */
export const link = unknowable(textSchema.trim());
export const links = unknowable(z.array(textSchema.trim()));

/** Text without blanks around it that says something. */
export const filledText = (error: string) => textSchema.trim().min(1, { error });

/** What other records point at: never empty, no blanks around it. */
export const referenceSchema = filledText('is empty; give it a reference');

/** Every record may carry its global id; import keeps it, export writes it. */
export const optionalId = z
  .guid({ error: 'is not a UUID' })
  .nullish()
  .transform((id) => id ?? undefined)
  .optional();

/** A section that may be absent or null reads as a record of nulls. */
export function section<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value): z.output<Schema> => value ?? schema.parse({}));
}

/** A list that may be absent or null reads as empty. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .nullish()
    .transform((value) => value ?? []);
}
