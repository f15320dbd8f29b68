import { slipSchema } from '../domain/planning/computeSlip.ts';
import { judged } from './common.ts';
import { forWindow } from './method.ts';

export const slipMethods = {
  'slip.compute': forWindow(judged, slipSchema),
};
