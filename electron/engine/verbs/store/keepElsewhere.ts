import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { keepElsewhere } from '../../../store/elsewhere.ts';
import { storeVerb } from '../../verb.ts';

/** A folder inside the store's own would be lost with it. */
export const storeKeepElsewhere = storeVerb('store.keepElsewhere', (_context, store, input) => {
  if (store.readOnly !== undefined) return fail('notAllowed', store.readOnly);
  const folder = input.folder === null ? null : resolve(input.folder);
  if (folder !== null) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      return fail('invalidInput', `There is no folder ${folder}; make it, or choose another.`, folder);
    const own = resolve(store.paths.folder);
    if (folder === own || folder.startsWith(own + sep)) {
      const sentence = 'This folder is the store’s own and would be lost with it; choose one on another disk.';
      return fail('invalidInput', sentence, folder);
    }
  }
  keepElsewhere(store, folder);
  return ok({});
});
