import type { z } from 'zod';
import type { impacts } from '../catalogue/impacts.ts';
import { modification } from '../catalogue/modification.ts';

export { modificationStatuses } from '../catalogue/modification.ts';

export const modificationSchema = modification.schema;

export type Impact = (typeof impacts)[number];
export type Modification = z.output<typeof modificationSchema>;
