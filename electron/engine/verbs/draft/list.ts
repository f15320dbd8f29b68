import { ok } from '../../../../shared/domain/foundation/result.ts';
import { readDrafts } from '../../../store/drafts.ts';
import { storeVerb } from '../../verb.ts';

export const draftList = storeVerb('draft.list', (_context, store, input) =>
  ok(readDrafts(store.db, input.releaseId).map((draft) => ({ ...draft }))),
);
