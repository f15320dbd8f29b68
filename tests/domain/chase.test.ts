import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chaseList, chaseText } from '../../shared/domain/chase/chaseList.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { factsWith, snapshotOf } from '../fixtures/facts.ts';
import { anySnapshot } from './arbitraries.ts';

const facts = factsWith({
  release: { name: 'June 2026 SEC Release', kind: 'system', slot: '2026-06' } as never,
  criteria: [{ reference: 'AC-01', text: 'Tested.', owner: 'DCC', bodies: ['TAG'], selfStatus: 'inProgress' }] as never,
  meetings: [
    { body: 'TAG', on: '2026-05-13' },
    { body: 'CSC', on: '2026-05-28' },
  ] as never,
});
const snapshot = snapshotOf(facts, '2026-05-01');
const chases = chaseList(computePlan(snapshot), computeReadiness(snapshot).findings, snapshot.asOf);

it('puts SECAS and the DCC before the bodies, and what is most urgent first', () => {
  const names = chases.map((chase) => chase.who);
  expect(names[0]).toBe('SECAS');
  expect(names).toContain('TAG');
  for (const { owes } of chases) {
    const days = owes.map((owed) => owed.by ?? '9999');
    expect(days).toEqual([...days].sort());
  }
});

it('says each thing once, and as plain text for an e-mail', () => {
  for (const chase of chases) expect(new Set(chase.owes.map((owed) => owed.what)).size).toBe(chase.owes.length);
  const tag = chases.find((chase) => chase.who === 'TAG');
  if (!tag) throw new Error('TAG owes something');
  const text = chaseText('June 2026 SEC Release', snapshot.asOf, tag);
  expect(text).toMatch(/^June 2026 SEC Release: what the TAG owes, as of 1 May 2026\n\n- .* by \d+ May 2026\n/);
});

it('what is planned for a criterion hides nothing else that somebody owes on it', () => {
  const criteria = [{ reference: 'AC-06', text: 'Tested.', owner: 'SECAS', bodies: [] }] as never;
  const unmapped = snapshotOf(factsWith({ criteria }), '2026-05-01');
  const found = chaseList(computePlan(unmapped), computeReadiness(unmapped).findings, unmapped.asOf);
  const owed = found.find(({ who }) => who === 'SECAS')?.owes.map(({ what }) => what) ?? [];
  expect(owed).toContain('Record why no body corresponds to AC-06.');
  expect(owed).toContain('Evidence for AC-06');
});

/** What the plan holds by itself, with the day to which it is of use. */
const planned = [
  'criteria.met',
  'criteria.evidenced',
  'criteria.sufficient',
  'input.given',
  'input.received',
  'input.other-bodies',
  'scope.system-12-months',
  'scope.documents-6-months',
];

it('every finding that waits for somebody stands in that party’s list, unless the plan holds just that', () => {
  fc.assert(
    fc.property(anySnapshot, (any) => {
      const { findings } = computeReadiness(any);
      const lists = new Map(
        chaseList(computePlan(any), findings, any.asOf).map(({ who, owes }) => [who, owes.map(({ what }) => what)]),
      );
      for (const { rule, outcome, waitsFor, subject, mend, sentence } of findings) {
        if (waitsFor === null || (outcome !== 'notMet' && outcome !== 'cannotTell') || planned.includes(rule)) continue;
        const about = subject?.slice(subject.indexOf('/') + 1) ?? '';
        const owed = lists.get(waitsFor)?.filter((what) => what.endsWith(mend ?? sentence)) ?? [];
        expect(
          owed.some((what) => what.includes(about)),
          `${about}: ${sentence}`,
        ).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

it('owes a thing by its calendar date, also once the working day before it has passed', () => {
  const modifications = [{ reference: 'MP1', impacts: ['dccSystems'], addedToScopeOn: '2025-06-01', inScope: true }];
  const owedOn = (asOf: string) => {
    const then = snapshotOf(factsWith({ modifications } as never), asOf);
    const found = chaseList(computePlan(then), computeReadiness(then).findings, then.asOf);
    return found.flatMap(({ owes }) => owes).find(({ what }) => what.startsWith('TAD finalised and published'));
  };
  expect(owedOn('2025-12-24')).toMatchObject({ by: '2025-12-24', late: false });
  expect(owedOn('2025-12-25')).toMatchObject({ by: '2025-12-25', late: false });
});
