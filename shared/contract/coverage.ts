import { coverageSchema } from '../domain/coverage/computeCoverage.ts';
import { judged } from './common.ts';
import { forWindow } from './method.ts';

export const coverageMethods = {
  'coverage.compute': forWindow(judged, coverageSchema),
};
