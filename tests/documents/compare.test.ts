import { expect, it } from 'vitest';
import { comparePacks } from '../../electron/documents/comparePacks.ts';
import { makePack, quiet, scratchFolder, succeeded } from './packs.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();

it('names exactly the five things that were changed between two packs', async () => {
  const facts = sampleFacts();
  const later = sampleFacts({
    criteria: facts.criteria.map((one) => (one.reference === 'AC-05' ? { ...one, selfStatus: 'met' as const } : one)),
    evidence: [
      ...facts.evidence,
      { reference: 'EV-008', title: 'Rehearsal', criteria: ['AC-11'], status: 'submitted' },
    ],
    views: facts.views.map((one) =>
      one.body === 'OPSG' && one.position === 'supports' ? { ...one, position: 'doesNotSupport' as const } : one,
    ),
    testIssues: facts.testIssues.map((one) => (one.reference === 'TI-114' ? { ...one, open: false } : one)),
    release: { ...facts.release, goLive: { ...facts.release.goLive, approvedDate: '2026-07-02' as never } },
  });
  const [before, after] = [await makePack(folder, 'before', facts), await makePack(folder, 'after', later)];
  const compare = async (one: string, other: string) =>
    succeeded(await comparePacks({ before: one, after: other }, quiet)).changes;
  const changes = await compare(before.file, after.file);
  expect(changes.map((one) => one.subject).sort()).toEqual(['AC-05', 'EV-008@1', 'OPSG/AC-06', 'TI-114', null]);
  expect(await compare(after.file, after.file)).toEqual([]);
});
