import { expect, test } from 'vitest';
import { createFactsCache } from '../../electron/engine/factsCache.ts';
import { closeDb } from '../../electron/store/db.ts';
import { readFacts } from '../../electron/store/facts.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

test('facts that were followed change by change are those that a fresh reading gives, to the byte', async () => {
  const folder = scratchFolder();
  const { does } = testEngine(folder);
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const opened = openStore(folder, countingStamps());
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const cache = createFactsCache();
  const before = cache.read(db, id);
  const open = await does('release.open', { release: id, asOf: null });
  const threshold = { phase: 'SIT', severity: 2, maximumOpen: 1 };
  const saves = [
    { kind: 'issueThreshold' as const, id: null, fields: { ...threshold, source: 'b' } },
    { kind: 'issueThreshold' as const, id: null, fields: { ...threshold, source: 'a' } },
    { kind: 'criterion' as const, id: null, fields: { reference: 'AC-1' } },
  ];
  const saved = await does('record.saveMany', { asOf: null, releaseId: id, saves });
  const [, second] = saved.changes;
  await does('record.edit', { asOf: null, kind: 'release', id, fields: { 'goLive.reason': 'Moved', about: 'Anew' } });
  await does('record.edit', {
    asOf: null,
    kind: 'criterion',
    id: open.facts.criteria[0]?.id ?? '',
    fields: { reference: 'AC-99' },
  });
  await does('record.remove', { asOf: null, kind: 'issueThreshold', id: second?.id ?? '' });
  await does('record.undo', { asOf: null, entry: saved.through + 3, through: saved.through + 3 });
  const after = cache.read(db, id);
  expect(after).not.toEqual(before);
  expect(JSON.stringify(after)).toBe(JSON.stringify(readFacts(db, id)));
  closeDb(db);
});
