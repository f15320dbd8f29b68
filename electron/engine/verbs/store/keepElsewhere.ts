import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { keepElsewhere } from '../../../store/elsewhere.ts';
import { storeVerb } from '../../verb.ts';

/** A folder inside the store's own, which would be lost with it, is refused before (`outTarget.ts`). */
export const storeKeepElsewhere = storeVerb('store.keepElsewhere', (_context, store, input) => {
  if (store.readOnly !== undefined) return fail('notAllowed', store.readOnly);
  const folder = input.folder === null ? null : resolve(input.folder);
  if (folder !== null && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return fail('invalidInput', `There is no folder ${folder}; make it, or choose another.`, folder);
  keepElsewhere(store, folder);
  return ok({});
});
