import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Actor } from '../../shared/domain/records/profile.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

/** Two engines on one store, as the window and a terminal have it: neither hears of the other until it looks. */
async function twoEngines(actor: Actor | null = null) {
  const folder = join(scratchFolder(), 'store');
  const [window, terminal] = [testEngine(folder, { actor }), testEngine(folder)];
  const { id } = await window.does('release.import', { file: sampleFile, replace: false });
  const { facts } = await window.does('release.open', { release: id, asOf: null });
  const now = async () => (await window.does('release.open', { release: id, asOf: null })).facts;
  return { window, terminal, id, facts, now };
}

const edit = (kind: RecordKind, id: string, fields: Record<string, unknown>, expects?: Record<string, unknown>) => ({
  asOf: null,
  kind,
  id,
  fields,
  ...(expects ? { expects } : {}),
});

it('refuses to write over a value that the one who typed never saw, says both, and leaves it', async () => {
  const { window, terminal, facts, now } = await twoEngines();
  const { id = '', text = '' } = facts.criteria[0] ?? {};
  await terminal.does('record.edit', edit('criterion', id, { text: 'Theirs.' }));
  const refused = await window.refuses('record.edit', edit('criterion', id, { text: 'Mine.' }, { text }));
  expect(refused).toEqual({
    kind: 'conflict',
    message:
      'Meanwhile the text of this criterion became “Theirs”, so “Mine” was not saved over it; read it again, and choose one of the two.',
    where: 'text',
  });
  expect((await now()).criteria[0]?.text).toBe('Theirs.');
  await window.does('record.edit', edit('criterion', id, { text: 'Mine.' }, { text: 'Theirs.' }));
  expect((await now()).criteria[0]?.text).toBe('Mine.');
});

it('asks of the fields that are written only, and of nothing where both say the same', async () => {
  const { window, terminal, id, facts, now } = await twoEngines();
  const release = { 'goLive.latestPermittedDate': facts.release.goLive.latestPermittedDate };
  await terminal.does('record.edit', edit('release', id, { about: 'Theirs.' }));
  await window.does('record.edit', edit('release', id, { 'goLive.latestPermittedDate': '2021-12-01' }, release));
  await terminal.does('record.edit', edit('release', id, { 'goLive.latestPermittedDate': '2021-12-09' }));
  const both = edit(
    'release',
    id,
    { 'goLive.latestPermittedDate': '2021-12-09' },
    { 'goLive.latestPermittedDate': '2021-12-01' },
  );
  await window.does('record.edit', both);
  expect((await now()).release).toMatchObject({ about: 'Theirs.', goLive: { latestPermittedDate: '2021-12-09' } });
});

it('compares what stands in lists and parts by content, as the window reads it', async () => {
  const { window, terminal, facts } = await twoEngines();
  const { id = '', needs, bodies } = facts.criteria.find((one) => one.needs !== null) ?? {};
  await window.does('record.edit', edit('criterion', id, { needs: { ...needs, minimumItems: 7 } }, { needs }));
  await terminal.does('record.edit', edit('criterion', id, { bodies: ['TABASC'] }));
  const refused = await window.refuses('record.edit', edit('criterion', id, { bodies: ['SSC'] }, { bodies }));
  expect(refused.message).toMatch(/^Meanwhile the bodies of this criterion became “TABASC”, so “SSC” was not/);
});

it('asks for each record of many, and saves none where one stands otherwise', async () => {
  const { window, terminal, id, facts, now } = await twoEngines();
  const [first, second] = facts.criteria;
  await terminal.does('record.edit', edit('criterion', second?.id ?? '', { selfStatus: 'notMet' }));
  const saves = [first, second].map((one) => ({
    kind: 'criterion' as const,
    id: one?.id ?? '',
    fields: { selfStatus: 'notApplicable' },
    expects: { selfStatus: one?.selfStatus ?? null },
  }));
  const refused = await window.refuses('record.saveMany', { asOf: null, releaseId: id, saves });
  expect(refused).toMatchObject({ kind: 'conflict', where: 'selfStatus' });
  expect(refused.message).toContain('became “notMet”');
  const after = (await now()).criteria;
  expect([after[0]?.selfStatus, after[1]?.selfStatus]).toEqual([first?.selfStatus, 'notMet']);
});

it('accepts no file that was put in the place of the one that was judged', async () => {
  const { window, terminal, id, facts, now } = await twoEngines({ name: 'Ada Byron', organisation: 'SECAS' });
  const item = facts.evidence.find(({ status, sha256 }) => status === 'submitted' && sha256);
  const itemId = item?.id ?? '';
  const other = join(scratchFolder(), 'other.txt');
  writeFileSync(other, 'Another report.');
  await terminal.does('evidence.replaceFile', { asOf: null, id: itemId, file: other });
  const accept = { asOf: null, releaseId: id, ids: [itemId], status: 'accepted' as const, reason: null };
  const refused = await window.refuses('evidence.setStatus', { ...accept, saw: { [itemId]: item?.sha256 ?? null } });
  expect(refused.message).toMatch(
    /^Meanwhile the file of .* was replaced, so it was not accepted unread; look at other\.txt again/,
  );
  const standing = (await now()).evidence.find((one) => one.id === itemId);
  expect(standing?.status).not.toBe('accepted');
  await window.does('evidence.setStatus', { ...accept, saw: { [itemId]: standing?.sha256 ?? null } });
});
