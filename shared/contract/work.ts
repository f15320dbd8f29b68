import { nothing } from './common.ts';

export const workWindowMethods = {
  /** Stops whatever is under way: an export, an import, files that are being added. */
  'work.stop': { input: nothing, output: nothing },
};
