import { ok } from '../../../../shared/domain/foundation/result.ts';
import { forgetFolder } from '../../../store/folderFiles.ts';
import { here } from '../../exchange/here.ts';
import { writeSharing } from '../../exchange/sharing.ts';
import { storeVerb } from '../../verb.ts';

export const exchangeStopSharing = storeVerb('exchange.stopSharing', (context, store) =>
  here(context, store, (db) => {
    forgetFolder(db);
    writeSharing(db, null);
    return ok({});
  }),
);
