import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { forgetFolder } from '../../../store/folderFiles.ts';
import { here } from '../../exchange/here.ts';
import { newSharing, readSharing, writeSharing } from '../../exchange/sharing.ts';
import { storeVerb } from '../../verb.ts';

export const exchangeSetSharing = storeVerb('exchange.setSharing', (context, store, { folder, release }) => {
  if (folder !== null && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return fail('invalidInput', `There is no folder ${folder}; make it, or choose another.`, folder);
  return here(context, store, (db) => {
    const known = readSharing(db);
    const releases = [...new Set([...(known?.releases ?? []), ...(release ? [release] : [])])];
    const isSame = known !== null && folder !== null && resolve(folder) === known.folder;
    if (!isSame) forgetFolder(db);
    writeSharing(
      db,
      folder === null ? null : isSame ? { ...known, releases } : newSharing(db, resolve(folder), releases),
    );
    return ok({});
  });
});
