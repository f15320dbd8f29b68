import { fail } from '../../../../shared/domain/foundation/result.ts';
import { viewerSentence } from '../../../../shared/domain/roles/mayChange.ts';
import { applyBundle } from '../../exchange/applyBundle.ts';
import { storeVerb } from '../../verb.ts';

export const bundleApply = storeVerb('bundle.apply', (context, store, input) => {
  if (context.role() === 'viewer') return fail('notAllowed', viewerSentence);
  return applyBundle(context, store, input);
});
