import type { z } from 'zod';
import type { decision } from '../catalogue/decision.ts';
import type { meeting } from '../catalogue/meeting.ts';
import type { submission } from '../catalogue/submission.ts';
import type { positions, view } from '../catalogue/view.ts';

export { positions } from '../catalogue/view.ts';

export type Position = (typeof positions)[number];
export type View = z.output<typeof view.schema>;
export type Meeting = z.output<typeof meeting.schema>;
export type Submission = z.output<typeof submission.schema>;
export type Decision = z.output<typeof decision.schema>;
