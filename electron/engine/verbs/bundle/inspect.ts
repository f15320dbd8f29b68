import { inspectBundle } from '../../exchange/inspectBundle.ts';
import { storeVerb } from '../../verb.ts';

export const bundleInspect = storeVerb('bundle.inspect', (context, store, input) =>
  inspectBundle(context, store, input),
);
