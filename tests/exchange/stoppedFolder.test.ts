import { expect, it } from 'vitest';
import { folderOf, type Laptop, trust } from '../support/laptops.ts';

/** Where a pass through the shared folder is stopped: as it begins, or once it says that it compares what it read. */
it.each(['at its beginning', 'Comparing'])('takes afterwards what a pass left that was stopped: %s', async (at) => {
  const { laptops } = await folderOf(2);
  const [secas, dcc] = laptops as [Laptop, Laptop];
  await trust(dcc, secas);
  await secas.sync();
  await dcc.sync();
  await secas.edit('criterion', { text: 'Worded anew.' });
  await secas.sync();
  const before = await dcc.facts();
  const stop = new AbortController();
  if (at === 'at its beginning') stop.abort();
  const onProgress = ({ text }: { readonly text: string }) => {
    if (text.startsWith(at)) setImmediate(() => stop.abort());
  };
  const stopped = await dcc.engine.call('exchange.sync', { quietly: false }, { signal: stop.signal, onProgress });
  expect(stopped).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  expect(await dcc.facts()).toEqual(before);
  expect(await dcc.waiting()).toEqual([]);
  expect(await dcc.sync()).toMatchObject({ applied: 1, waiting: 0 });
  expect(await dcc.facts()).toEqual(await secas.facts());
});
