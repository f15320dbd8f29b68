import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { calendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { workingDaysOf } from '../../../shared/domain/calendar/workingDays.ts';
import { calendarOfYear } from '../../../shared/domain/calendar/yearCalendar.ts';
import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { computePlan } from '../../../shared/domain/planning/computePlan.ts';
import { computeSlip } from '../../../shared/domain/planning/computeSlip.ts';
import { whatIf } from '../../../shared/domain/planning/whatIf.ts';
import { computeReadiness } from '../../../shared/domain/readiness/computeReadiness.ts';
import type { Snapshot } from '../../../shared/domain/rulebook/snapshot.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { readRelease } from '../releaseByName.ts';
import { snapshotOf } from '../snapshotOf.ts';
import { storeVerb, verb } from '../verb.ts';
import { englandAndWales } from '../workingDayCalendar.ts';

interface Judged {
  readonly release: string;
  readonly asOf: CalendarDate | null;
}

export const readinessCompute = storeVerb('readiness.compute', (context, store, input) =>
  judge(context, store, input, computeReadiness),
);

export const readinessWhatIf = storeVerb('readiness.whatIf', (context, store, input) =>
  judge(context, store, input, (snapshot) => whatIf(snapshot, input.goLive)),
);

/** The last useful day for everything that somebody still has to do. */
export const planCompute = storeVerb('plan.compute', (context, store, input) =>
  judge(context, store, input, computePlan),
);

/** The earliest date, and slot, that meets every lead time. */
export const slipCompute = storeVerb('slip.compute', (context, store, input) =>
  judge(context, store, input, computeSlip),
);

/** Each slot of a year with its rule date and every lead-time date (§3, §4.3, §5.1). */
export const calendarYear = verb('calendar.year', (_context, input) => {
  const calendar = englandAndWales([calendarDate(`${input.year}-01-01`)]);
  return ok(calendarOfYear(input.year, workingDaysOf(calendar)));
});

function judge<T>(
  context: EngineContext,
  store: Store,
  { release, asOf }: Judged,
  compute: (snapshot: Snapshot) => T,
): Result<T> {
  const found = readRelease(context, store, release);
  if (!found.ok) return found;
  const { facts } = found.value;
  return ok(compute(snapshotOf(store, facts, asOf ?? context.today(), false)));
}
