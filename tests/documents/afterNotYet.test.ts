import { expect, it } from 'vitest';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { factsSince } from '../../shared/domain/since/computeSince.ts';
import { rankChanges } from '../../shared/domain/since/rankChanges.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';

const regression = {
  reference: 'AC-01',
  text: 'Regression has passed.',
  bodies: ['TAG'] as string[],
  selfStatus: 'met',
} as const;
const support = {
  reference: 'AC-02',
  text: 'Support is staffed.',
  bodies: ['OPSG'] as string[],
  selfStatus: 'notMet',
} as const;
const objection = {
  body: 'TAG',
  criterion: 'AC-01',
  on: '2026-06-02',
  position: 'doesNotSupport',
  wording: 'Too few runs.',
} as const;
const first: FactsInput = {
  release: { goLive: { approvedDate: '2026-06-25' } },
  criteria: [regression, support],
  submissions: [{ on: '2026-05-21', meeting: '2026-05-28' }],
  testIssues: [{ reference: 'TI-1', open: true, title: 'Slow' }],
};
const second: FactsInput = {
  ...first,
  criteria: [regression, { ...support, selfStatus: 'met' }],
  submissions: [...(first.submissions ?? []), { on: '2026-06-12', meeting: '2026-06-18' }],
  decisions: [{ body: 'CSC', on: '2026-05-28', outcome: 'Not yet', wording: 'Come back with AC-02 met.' }],
  conditions: [
    {
      text: 'Staff the support.',
      owner: 'DCC',
      source: { criterion: 'AC-02' },
      dischargedOn: '2026-06-10',
      dischargedBy: 'OPSG',
    },
    { text: 'Retest the alerts.', owner: 'DCC', due: { when: 'beforeGoLive' } },
  ],
  testIssues: [{ reference: 'TI-1', open: false, title: 'Slow' }],
  views: [{ ...objection, answer: 'Forty more were run.' }],
};

const ranked = rankChanges(factsSince({ facts: factsWith(first) }, packSnapshotOf(factsWith(second), '2026-06-12')));

function packOf(input: FactsInput, asOf: string, { sentences, groups } = ranked) {
  const previous = { reference: 'SEC-GL 2026-06 · 1', asOf: '2026-05-21', sha256: 'a'.repeat(64) };
  const identity = { previous: { ...previous, changes: sentences, groups } } as never;
  return buildPackModel(packSnapshotOf(factsWith(input), asOf, identity));
}

it('begins with what the CSC asked for and the answer to each, before anything else', () => {
  const { sections, decision } = packOf(second, '2026-06-12');
  expect(JSON.stringify(decision)).toContain(
    'On 28 May 2026 the CSC decided “Not yet” · 2 conditions: 1 answered, 1 open, ',
  );
  const [section] = sections;
  expect(section?.title).toBe('Since the last pack');
  const text = JSON.stringify(section);
  for (const words of [
    'Come back with AC-02 met.',
    'Staff the support.',
    'Discharged',
    'AC-02 is now ',
    'Retest the alerts.',
    'Open',
  ])
    expect(text).toContain(words);
});

it('says each condition once, and leads to it from where conditions stand', () => {
  const all = JSON.stringify(packOf(second, '2026-06-12').sections);
  expect(all.split('Retest the alerts.').length - 1).toBe(1);
  expect(all).toContain('Every condition stands with its answer in what the CSC asked for, ');
});

it('says on the decision page that nothing was entered, for the days alone change what the rules find', () => {
  const { decision } = packOf(second, '2026-06-12', { sentences: [], groups: [] });
  expect(JSON.stringify(decision)).toContain(
    'Nothing that people entered has changed since SEC-GL 2026-06 · 1 of 21 May',
  );
});

it('tells the changes by their weight, every one of them once', () => {
  expect(ranked.groups).toEqual([
    { title: 'Decisions and what they ask', count: 4 },
    { title: 'Acceptance criteria', count: 1 },
    { title: 'Views of the bodies', count: 1 },
    { title: 'Test issues', count: 1 },
  ]);
  const told = factsSince({ facts: factsWith(first) }, packSnapshotOf(factsWith(second), '2026-06-12')).map(
    ({ sentence }) => sentence,
  );
  expect([...ranked.sentences].sort()).toEqual([...told].sort());
});

it('puts the answer beside an objection, or says that there is none', () => {
  expect(JSON.stringify(packOf(second, '2026-06-12').decision)).toContain('Answer: “Forty more were run.” ');
  const unanswered = packOf({ ...second, views: [objection] }, '2026-06-12');
  expect(JSON.stringify(unanswered.decision)).toContain('No answer is recorded. ');
});

it('has no such section before any decision and any final pack', () => {
  const { sections } = buildPackModel(packSnapshotOf(factsWith(first), '2026-05-21'));
  expect(sections[0]?.title).toBe('Release and dates');
});

it('says on its first page why it is issued with open blockers', () => {
  const acceptedBlockers = 'The CSC asked to see where it stands.';
  const { decision } = buildPackModel(packSnapshotOf(factsWith(first), '2026-05-21', { acceptedBlockers }));
  expect(JSON.stringify(decision)).toContain(acceptedBlockers);
});
