import { planSchema } from '../domain/planning/plan.ts';
import { judged } from './common.ts';
import { forWindow } from './method.ts';

export const planMethods = {
  'plan.compute': forWindow(judged, planSchema),
};
