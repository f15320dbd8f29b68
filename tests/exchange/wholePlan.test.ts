import { expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { pair } from './desk.ts';

it('a plan counts kind by kind, and no kind hides another, with all that an added record states', async () => {
  const { secas, dcc } = await pair(scratchFolder());
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('1.golive', { type: 'receipt' })).file);
  for (let at = 1; at <= 250; at += 1) dcc.create('testIssue', { reference: `TI-${at}`, title: `Issue ${at}` });
  for (let at = 1; at <= 30; at += 1)
    dcc.create('evidence', { reference: `EV-${at}`, provider: 'DCC', title: `Evidence ${at}` });
  const seen = await secas.inspect((await dcc.send('2.golive')).file);
  if (!seen.ok) throw new Error(seen.error.message);
  expect(seen.value.kinds).toEqual([
    { kind: 'testIssue', added: 250, changed: 0, removed: 0 },
    { kind: 'evidence', added: 30, changed: 0, removed: 0 },
  ]);
  const { records } = seen.value;
  expect(records.filter(({ kind }) => kind === 'testIssue')).toHaveLength(200);
  expect(records.filter(({ kind }) => kind === 'evidence')).toHaveLength(30);
  const evidence = records.find(({ key }) => key.startsWith('EV-7'));
  expect(evidence?.fields).toEqual(expect.arrayContaining([{ field: 'title', before: null, after: 'Evidence 7' }]));
});
