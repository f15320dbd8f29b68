import { expect, it } from 'vitest';
import type { Changed } from '../../shared/contract/record.ts';
import { testEngine } from '../support/engine.ts';
import { golive, withFile } from '../support/golive.ts';
import { largeFile } from '../support/largeFile.ts';
import { bareDb } from './bareDb.ts';
import { inTurn, report, timeOf } from './measure.ts';

const runs = 40;

/** Two rows, one commit that reached the disk: what the machine needs to keep anything at all. */
function bareCommit(folder: string) {
  const db = bareDb(folder, 'INTEGER');
  const fact = db.prepare('INSERT INTO fact (fields) VALUES (?)');
  const entry = db.prepare('INSERT INTO entry (note) VALUES (?)');
  return db.transaction((text: string) => {
    fact.run(text);
    entry.run(text);
  });
}

/** An engine on a release of that size, and an edit of one field of one of its criteria. */
async function editing(criteria: number) {
  const { folder, store, file } = withFile(largeFile(criteria / 1000));
  expect(golive(store, 'release', 'import', file).code).toBe(0);
  const { engine, does } = testEngine(store);
  const [release] = await does('release.list', {});
  const { facts, state } = await does('release.open', { release: release?.id ?? '', asOf: null, knows: null });
  const id = facts.criteria[0]?.id ?? '';
  let knows = state;
  const edit = async (text: string) => {
    const answer = await engine.call('record.edit', { asOf: null, knows, kind: 'criterion', id, fields: { text } });
    if (!answer.ok) throw new Error(answer.error.message);
    knows = (answer.value as Changed).state;
    return answer;
  };
  return { folder, edit };
}

it('saves an edited field at 20, 200 and 1,000 criteria', async () => {
  const small = await editing(20);
  const middle = await editing(200);
  const large = await editing(1000);
  const commit = bareCommit(small.folder);
  const bytes: number[] = [];
  const times = await inTurn(runs, {
    bare: (run) => timeOf(() => commit(`Wording number ${run} of this criterion.`)),
    small: (run) => timeOf(() => small.edit(`Wording number ${run} of this criterion.`)),
    middle: (run) => timeOf(() => middle.edit(`Wording number ${run} of this criterion.`)),
    large: (run) => timeOf(() => large.edit(`Wording number ${run} of this criterion.`)),
  });
  bytes.push(Buffer.byteLength(JSON.stringify(await large.edit('The last wording.'))));
  report('edit.20', times.small, times.bare);
  report('edit.200', times.middle, times.small);
  report('edit.1000', times.large, times.small);
  report('edit.answer', bytes);
});
