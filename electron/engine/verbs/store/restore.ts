import { resolve } from 'node:path';
import { restoreFrom } from '../../restoreFrom.ts';
import { verb } from '../../verb.ts';

export const storeRestore = verb('store.restore', (context, { file, evenSo }) =>
  restoreFrom(context, resolve(file), evenSo),
);
