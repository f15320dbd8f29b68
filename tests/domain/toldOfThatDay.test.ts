import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { computeSufficiency } from '../../shared/domain/coverage/computeSufficiency.ts';
import { reasonOf } from '../../shared/domain/merge/conflicts.ts';
import { factsShownOn } from '../../shared/domain/readiness/factsShownOn.ts';
import { ruleContextOf } from '../../shared/domain/rulebook/context/ruleContext.ts';
import { computeSince } from '../../shared/domain/since/computeSince.ts';
import { toPlain } from '../../shared/domain/texts/toPlain.ts';
import { writeText } from '../../shared/domain/texts/writeText.ts';
import { type FactsInput, factsWith, findingsOf, snapshotOf } from '../fixtures/facts.ts';

const page = (input: FactsInput, asOf: string) =>
  toPlain(writeText('release-page', ruleContextOf(snapshotOf(factsWith(input), asOf))));

it('a modification is implemented with the release, and not on an earlier day', () => {
  const input: FactsInput = {
    release: { goLive: { approvedDate: '2026-06-25', actualDate: '2026-06-28' } },
    modifications: [{ reference: 'MP1', status: 'implemented', approvedOn: '2026-01-10' }],
  };
  expect(page(input, '2026-06-27')).toContain('MP1 (approved on 10 January 2026).');
  expect(page(input, '2026-06-28')).toContain('MP1 (implemented).');
  const shown = (asOf: string) => factsShownOn(factsWith(input), calendarDate(asOf)).modifications[0]?.status;
  expect([shown('2026-06-27'), shown('2026-06-28')]).toEqual(['approved', 'implemented']);
});

it('the text of a release page says of a scope that never was that nothing is in it yet', () => {
  expect(page({ modifications: [{ reference: 'MP1', inScope: false }] }, '2026-05-01')).toContain(
    'At present no modification is in scope yet.',
  );
});

it('an implementation date that agrees with no day is measured by one that lies ahead, or by one that has passed', () => {
  const input: FactsInput = {
    release: { goLive: { approvedDate: '2026-12-20' } },
    modifications: [{ reference: 'MP3', status: 'approved', implementationDate: '2026-06-25' }],
  };
  const told = (asOf: string) =>
    findingsOf(input, asOf).find(({ rule }) => rule === 'scope.implementation-date')?.sentence;
  expect(told('2026-12-20')).toContain('but the release goes live on 20 December 2026');
  expect(told('2027-01-02')).toContain('but the release was to go live on 20 December 2026');
});

describe('the sufficiency of evidence', () => {
  const state = (evidence: FactsInput['evidence'], needs: object | null = { minimumItems: 1 }) => {
    const facts = factsWith({ criteria: [{ reference: 'AC-1', text: 'Tested.', needs }], evidence } as FactsInput);
    return computeSufficiency(snapshotOf(facts, '2026-05-01'))[0]?.state;
  };

  it.each(['rejected', 'withdrawn'] as const)('is an answer where what was handed in is %s', (status) => {
    expect(state([{ reference: 'EV-1', version: 1, criteria: ['AC-1'], status }])).toBe('insufficient');
    expect(state([{ reference: 'EV-1', version: 1, criteria: ['AC-1'], status }], null)).toBe('nothingAsked');
  });

  it('is missing where nothing was handed in', () => {
    expect(state([])).toBe('missing');
    expect(state([{ reference: 'EV-1', version: 1, criteria: ['AC-2'], status: 'accepted' }])).toBe('missing');
  });
});

describe('what the rules make of a record that is called otherwise since', () => {
  const [first, second] = ['0197aaaa-0000-7000-8000-000000000001', '0197aaaa-0000-7000-8000-000000000002'];
  const named = (one: string, other: string) =>
    factsWith({
      criteria: [
        { id: first, reference: one, text: 'Tested.', selfStatus: 'notMet', owner: 'DCC', bodies: ['TAG'] },
        { id: second, reference: other, text: 'Trained.', selfStatus: 'met', owner: 'SECAS', bodies: ['TAG'] },
      ],
    });
  const found = (after: ReturnType<typeof named>) =>
    computeSince(snapshotOf(named('AC-1', 'AC-2'), '2026-05-01'), snapshotOf(after, '2026-05-01')).flatMap((change) =>
      change.about === 'finding' ? [change.sentence] : [],
    );

  it.each([
    ['of another name', 'AC-10', 'AC-2'],
    ['whose names were exchanged', 'AC-2', 'AC-1'],
  ])('%s is no change of a finding', (_, one, other) => {
    expect(found(named(one, other))).toEqual([]);
  });

  it('is one where more than the name changed', () => {
    const after = named('AC-10', 'AC-2');
    const [renamed, ...others] = after.criteria;
    const met = { ...after, criteria: [{ ...renamed, selfStatus: 'met' as const }, ...others] } as typeof after;
    expect(found(met)).toEqual(expect.arrayContaining([expect.stringContaining('AC-10: met')]));
  });
});

it.each([
  ['SECAS', 'Both are of one side, so the later one, by Cara (SECAS), stands unless you choose otherwise.'],
  ['DCC', 'Both sides may write this field, so the later one, by Cara (SECAS), stands unless you choose otherwise.'],
])('a conflict with %s says why the later value stands', (organisation, reason) => {
  const written = (by: string, of: string) =>
    ({ value: by, stamp: { store: by, seq: 1, at: '2026-05-01T10:00:00.000Z', by, organisation: of } }) as never;
  expect(reasonOf('view', 'wording', written('Cara', 'SECAS'), written('Ada', organisation))).toBe(reason);
});
