import { z } from 'zod';
import { nothing } from './common.ts';

export const engineWindowMethods = {
  /** After the engine ended too often, or where it does not answer. */
  'engine.restart': { input: nothing, output: z.strictObject({}) },
};
