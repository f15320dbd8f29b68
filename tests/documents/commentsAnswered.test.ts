import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { someHash } from './otherFiles.ts';
import { sampleFacts } from './sampleFacts.ts';

const comments = [
  {
    pack: 'SEC-GL 2026-06 · 1',
    page: 4,
    at: 'criterion:AC-05',
    quoted: 'four weeks',
    author: 'Ovo',
    on: '2026-04-02',
    text: 'Why four?',
    answer: 'The TAD says so.',
    answeredBy: 'Grace Hopper',
    answeredOn: '2026-04-20',
    closed: true,
  },
  { pack: 'SEC-GL 2026-06 · 1', author: 'Utilita', text: 'And the North?', answeredBy: 'Ada Byron' },
  { pack: 'TAG paper 2026-05-12', author: 'TAG', text: 'Not of the pack.' },
];

function sinceOf(facts: ReturnType<typeof sampleFacts>): string {
  const whole = packSnapshotOf(facts);
  const previous = { reference: 'SEC-GL 2026-06 · 1', asOf: calendarDate('2026-04-01'), sha256: someHash, changes: [] };
  const snapshot: PackSnapshot = { ...whole, identity: { ...whole.identity, previous } };
  const section = buildPackModel(snapshot).sections.find(({ title }) => title === 'Since the last pack');
  return JSON.stringify(section);
}

it('prints what was asked of the previous pack beside its answers, and what has none yet', () => {
  const since = sinceOf(sampleFacts({ comments }));
  for (const words of [
    'Asked of the previous pack, and answered',
    '2 comments on SEC-GL 2026-06 · 1, 1 without an answer.',
    'page 4, criterion AC-05 · on “four weeks”',
    'The TAD says so.',
    'Grace Hopper, 20 April 2026',
    'No answer yet',
    'to be answered by Ada Byron',
  ])
    expect(since).toContain(words);
  expect(since).not.toContain('Not of the pack.');
});

it('says nothing of comments where the previous pack has none', () => {
  expect(sinceOf(sampleFacts({ comments: comments.slice(2) }))).not.toContain('Asked of the previous pack');
});

it('says where a remark stands in words, wherever it stands', () => {
  const places = ['criterion:AC-05', 'evidence:EV-003@1', 'finding:criteria.met', 'section:leadTimes', 'the head'];
  const comments = places.map((at) => ({ pack: 'SEC-GL 2026-06 · 1', page: 3, at, text: 'Why?', author: 'Zoë' }));
  const previous = { reference: 'SEC-GL 2026-06 · 1', asOf: calendarDate('2026-04-01'), sha256: someHash, changes: [] };
  const model = buildPackModel(packSnapshotOf(factsWith({ comments }), '2026-05-01', { previous }));
  const words = JSON.stringify(model);
  for (const place of places.slice(0, 4)) expect(words).not.toContain(`"${place}"`);
  for (const said of ['criterion AC-05', 'evidence EV-003 version 1', 'section lead times', 'the head'])
    expect(words.split(said).length - 1, said).toBe(2);
});
