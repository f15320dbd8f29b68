import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from '../calendar/calendarDate.ts';

const planKinds = ['leadTime', 'evidence', 'paper', 'input', 'submission', 'decision'] as const;

/**
 * *impossible*: its due date lies behind the as-of date, judged on the exact calendar date. *undated*: no date is recorded to plan back from, or on
 * which it was done: `due` says by when it should have been, and that it is not recorded makes it neither late nor missed.
 */
const planStates = ['open', 'impossible', 'undated'] as const;

/** One thing that somebody still has to do, and the last working day on which doing it is of use. */
const planItemSchema = z.strictObject({
  kind: z.enum(planKinds),
  /** `TAG/AC-01`, `EV-003@2`, `TAG 2026-05-12`, a rule's subject; null for the release as a whole. */
  subject: z.string().nullable(),
  what: z.string(),
  /** `SECAS`, `DCC` or a body's name. */
  waitsFor: z.string(),
  /** The calendar date it is counted back from or due on. */
  due: calendarDateSchema.nullable(),
  /** The working day on or before it. */
  lastUsefulDay: calendarDateSchema.nullable(),
  /** Working days from the as-of date to the last useful day, that day counted; 0 when it has passed, be it due still. */
  workingDaysLeft: z.int().nullable(),
  state: z.enum(planStates),
  sentence: z.string(),
  restsOn: z.array(z.string()),
});

/** What `golive plan NAME --json` prints: everything still to do, the most urgent first. */
export const planSchema = z.strictObject({
  release: z.string(),
  asOf: calendarDateSchema,
  goLive: calendarDateSchema.nullable(),
  /** The last useful day to submit to the CSC. */
  submitBy: calendarDateSchema.nullable(),
  calendar: z.string(),
  impossible: z.int(),
  items: z.array(planItemSchema),
});
export type PlanItem = Readonly<z.output<typeof planItemSchema>>;
export type Plan = Readonly<z.output<typeof planSchema>>;

/**
 * The day by which it is to be done, as it is told: the last working day for it, but the due date itself once that working
 * day has passed. Null where no date is recorded to plan back from.
 */
export function dayToTell(
  item: Pick<PlanItem, 'state' | 'due' | 'lastUsefulDay' | 'workingDaysLeft'>,
): CalendarDate | null {
  const isBehind = item.state === 'impossible' || (item.state === 'open' && item.workingDaysLeft === 0);
  return isBehind ? item.due : item.lastUsefulDay;
}

/** An item before its last useful day is looked up in the calendar. */
export type PlanDraft = Pick<PlanItem, 'kind' | 'subject' | 'what' | 'waitsFor' | 'due' | 'restsOn'> & {
  /** Told instead of the usual end of the sentence, where the day has passed for a reason of its own. */
  readonly missed?: string;
  /** Told beside the day while it lies ahead. */
  readonly note?: string;
  /** Its day has passed, and whether it was done in time is not recorded. */
  readonly unrecorded?: boolean;
};
