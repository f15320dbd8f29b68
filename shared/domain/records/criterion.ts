import type { z } from 'zod';
import type { criterion, selfStatuses } from '../catalogue/criterion.ts';

export { selfStatuses } from '../catalogue/criterion.ts';

export type SelfStatus = (typeof selfStatuses)[number];
export type Criterion = z.output<typeof criterion.schema>;
export type Needs = NonNullable<Criterion['needs']>;
