import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { viewerSentence } from '../../../../shared/domain/roles/mayChange.ts';
import { inTransaction } from '../../../store/db.ts';
import { exportBundle } from '../../exchange/exportBundle.ts';
import { noteSent } from '../../exchange/sentLog.ts';
import { findRelease } from '../../releaseByName.ts';
import { storeVerb } from '../../verb.ts';

/** A bundle speaks for its sender's side, so a viewer makes none. */
export const bundleExport = storeVerb('bundle.export', async (context, store, input) => {
  if (context.role() === 'viewer') return fail('notAllowed', viewerSentence);
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const made = await exportBundle(context, store, { ...input, release: found.value.id });
  if (!made.ok) return made;
  inTransaction(store.db, (db) => noteSent(db, found.value.id, input.to, context.stamps.now()));
  const { knowledge: _, ...done } = made.value;
  return ok(done);
});
