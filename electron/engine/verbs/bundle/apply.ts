import { fail } from '../../../../shared/domain/foundation/result.ts';
import { viewerSentence } from '../../../../shared/domain/roles/mayChange.ts';
import { applyBundle } from '../../exchange/applyBundle.ts';
import { askUnknown } from '../../exchange/askFirst.ts';
import { withBundle } from '../../exchange/openBundle.ts';
import { verb } from '../../verb.ts';

/** Takes a bundle into the store. One that cannot be read, or comes from a key that nobody confirmed, begins no store. */
export const bundleApply = verb('bundle.apply', async (context, input) => {
  const { file, passphrase, asks } = input;
  const isViewer = () => context.role() === 'viewer';
  if (!context.hasStore()) {
    if (isViewer()) return fail('notAllowed', viewerSentence);
    const asked = { file, passphrase, checkFiles: true };
    const readable = await withBundle(context, null, asked, ({ manifest }) => askUnknown(manifest, asks));
    if (!readable.ok) return readable;
  }
  const store = context.store();
  if (!store.ok) return store;
  // Without --as, the store says who asks.
  return isViewer() ? fail('notAllowed', viewerSentence) : applyBundle(context, store.value, input);
});
