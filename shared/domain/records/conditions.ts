import type { z } from 'zod';
import type { condition } from '../catalogue/condition.ts';
import type { risk } from '../catalogue/risk.ts';

export type Condition = z.output<typeof condition.schema>;
export type Risk = z.output<typeof risk.schema>;
