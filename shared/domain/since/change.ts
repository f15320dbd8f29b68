import { z } from 'zod';

/** One thing that differs between two snapshots (`docs/formats.md`, pack compare). */
export const changeSchema = z.strictObject({
  /** What people entered, or what the rules make of it. */
  about: z.enum(['fact', 'finding']),
  /** `criterion.moved`, `evidence.replaced`, `date.moved`, `finding.worse`. */
  kind: z.string(),
  /** The record's key (`AC-01`, `EV-003@2`, `TAG/AC-01`, `MP150`); null for the release as a whole. */
  subject: z.string().nullable(),
  sentence: z.string(),
});
export type Change = Readonly<z.output<typeof changeSchema>>;

export function factChange(kind: string, subject: string | null, sentence: string): Change {
  return { about: 'fact', kind, subject, sentence };
}
