import { z } from 'zod';
import { criterionSufficiencySchema } from '../domain/coverage/computeSufficiency.ts';
import { judged } from './common.ts';
import { forWindow } from './method.ts';

export const sufficiencyMethods = {
  'sufficiency.compute': forWindow(
    judged.extend({ criterion: z.string().nullable() }),
    z.array(criterionSufficiencySchema),
  ),
};
