import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { desk, pair } from './desk.ts';

it('keeps nothing back for a laptop that is gone, and tells it so in a sentence should it come back', async () => {
  const folder = scratchFolder();
  const { secas, dcc } = await pair(folder);
  const gone = await desk(join(folder, 'gone'), 'DCC');
  for (const one of [dcc, gone]) {
    await one.take((await secas.send(`to-${one.storeId}.golive`, { full: true })).file);
    await secas.take((await one.send('r.golive', { type: 'receipt' })).file);
  }
  for (let at = 1; at <= 5; at += 1)
    secas.create('criterion', { reference: `AC-0${at}`, text: 'Worded.', owner: 'DCC' });
  const first = await secas.send('2.golive');
  expect(first.records).toBe(5);
  await dcc.take(first.file);
  await secas.take((await dcc.send('r2.golive', { type: 'receipt' })).file);
  // One reader has not told that it has them, so that they would go along for ever.
  expect((await secas.send('3.golive')).records).toBe(5);
  await secas.does('exchange.forget', { fingerprint: secas.fingerprintOf(gone.storeId) ?? '' });
  secas.create('criterion', { reference: 'AC-09', text: 'The only news.', owner: 'DCC' });
  const small = await secas.send('4.golive');
  expect(small.records).toBe(1);
  await dcc.take(small.file);
  const refused = await gone.apply(small.file);
  expect(refused.ok ? '' : refused.error.message).toBe(
    'This bundle builds on earlier changes that have not arrived here; apply the bundles before it, or ask Ada Byron for a full one. Nothing was changed.',
  );
  await gone.take((await secas.send('full.golive', { full: true })).file);
  expect(await gone.facts()).toEqual(await secas.facts());
  // It speaks again, and counts again.
  await secas.take((await gone.send('r3.golive', { type: 'receipt' })).file);
  secas.create('criterion', { reference: 'AC-10', text: 'More.', owner: 'DCC' });
  expect((await secas.send('5.golive')).records).toBe(2);
});
