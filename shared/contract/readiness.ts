import { calendarDateSchema } from '../domain/calendar/calendarDate.ts';
import { readinessSchema } from '../domain/readiness/computeReadiness.ts';
import { judged } from './common.ts';
import { forWindow } from './method.ts';

export const readinessMethods = {
  'readiness.compute': forWindow(judged, readinessSchema),
  /** Readiness as it would read with another go-live date; nothing is saved. */
  'readiness.whatIf': forWindow(judged.extend({ goLive: calendarDateSchema }), readinessSchema),
};
