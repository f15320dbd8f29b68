import { expect, it } from 'vitest';
import { folderOf, type Laptop, trust } from '../support/laptops.ts';

it('waits for a sync that runs already, and tells what was done meanwhile', async () => {
  const { laptops, id } = await folderOf(2);
  const [secas, dcc] = laptops as [Laptop, Laptop];
  await trust(dcc, secas);
  await trust(secas, dcc);
  await dcc.does('exchange.arrange', { automatic: true, releases: [id] });
  await secas.sync();
  const quiet = dcc.does('exchange.sync', { quietly: true });
  const asked = dcc.does('exchange.sync', { quietly: false });
  const beside = dcc.does('exchange.sync', { quietly: true });
  expect((await asked).applied).toBe(1);
  expect((await quiet).applied).toBe(1);
  expect((await beside).applied).toBe(0);
  expect((await dcc.facts()).release.name).toBe((await secas.facts()).release.name);
});
