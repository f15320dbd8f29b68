import { z } from 'zod';

/** Where a store's history ended: how many entries, the last one's hash, signed (Ed25519) with the store's own key. */
export const signedHeadSchema = z.strictObject({
  entries: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The raw 32 bytes, base64url. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Over `sec-golive/head/1`, the number and the hash, a line each; base64url. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type SignedHead = z.output<typeof signedHeadSchema>;
