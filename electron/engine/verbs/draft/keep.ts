import { ok } from '../../../../shared/domain/foundation/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { keepDraft } from '../../../store/drafts.ts';
import { storeVerb } from '../../verb.ts';

/** Keeps keystrokes that are not saved yet; no fact changes and the history says nothing. */
export const draftKeep = storeVerb('draft.keep', (context, store, input) => {
  const { releaseId, ...draft } = input;
  inTransaction(store.db, (db) => keepDraft(db, releaseId, { ...draft, at: context.stamps.now() }));
  return ok({});
});
