import { join } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { readFolderFiles } from '../../../store/folderFiles.ts';
import { readSharing } from '../../exchange/sharing.ts';
import { storeVerb } from '../../verb.ts';

export const exchangeFindWaiting = storeVerb('exchange.findWaiting', (_context, store, { name }) => {
  const sharing = readSharing(store.db);
  // Only a name that was seen there: it must not lead anywhere else.
  if (!sharing || !readFolderFiles(store.db).has(name))
    return fail('notFound', 'This bundle is no longer in the shared folder.', name);
  return ok({ file: join(sharing.folder, name) });
});
