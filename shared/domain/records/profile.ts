import { z } from 'zod';

/** What a person does here; it decides what the window offers first (and, with the organisation, what one may change). */
const roles = ['releaseManager', 'testLead', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const roleWords: Readonly<Record<Role, string>> = {
  releaseManager: 'Release manager',
  testLead: 'Test lead',
  viewer: 'Viewer',
};

/** The person at this store, asked once at the first run. */
export const profileSchema = z.strictObject({
  name: z.string().trim().min(1, { error: 'is empty; type your name' }).max(200),
  organisation: z.string().trim().min(1, { error: 'is empty; choose or type your organisation' }).max(200),
  role: z.enum(roles),
});
export type Profile = Readonly<z.output<typeof profileSchema>>;

/** Who stands behind a ledger entry. */
export interface Actor {
  readonly name: string;
  readonly organisation: string;
}
