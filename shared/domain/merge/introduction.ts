import { z } from 'zod';
import { canonicalJson } from '../foundation/canonicalJson.ts';
import { instantSchema } from './wire.ts';

const nameSchema = z
  .string()
  .max(500)
  .refine((name) => name.isWellFormed(), { error: 'holds half of a character (a lone surrogate)' });

/**
 * The holder of one key says whose another key is, or takes that back. It counts where somebody confirmed the first as a
 * side's lead, for a key of the same side; the newest word on a key stands.
 */
export const introductionSchema = z.strictObject({
  /** The introducer's key: Ed25519, the raw 32 bytes, base64url. */
  by: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Of the key that is introduced: eight groups of four hexadecimal digits. */
  fingerprint: z.string().regex(/^[0-9a-f]{4}( [0-9a-f]{4}){7}$/),
  name: nameSchema,
  organisation: nameSchema,
  at: instantSchema,
  withdrawn: z.boolean(),
  /** Over `introductionText`: Ed25519, base64url. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type Introduction = z.output<typeof introductionSchema>;

/** What is signed. */
export function introductionText({ signature: _, ...statement }: Introduction): string {
  return `sec-golive/introduction/1\n${canonicalJson(statement)}`;
}
