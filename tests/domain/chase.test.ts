import { describe, expect, it } from 'vitest';
import { chaseList, chaseText } from '../../shared/domain/chase/chaseList.ts';
import { owedInWords } from '../../shared/domain/chase/owedWords.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { factsWith, snapshotOf } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
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

it('asks once for the acceptance of evidence that waits for it, be it planned by an earlier day than the finding’s', () => {
  const toAccept = snapshotOf(
    factsWith({
      release: { name: 'June 2026 SEC Release', kind: 'system', slot: '2026-06' } as never,
      criteria: [{ reference: 'AC-01', text: 'Tested.', owner: 'DCC', bodies: ['TAG'], selfStatus: 'met' }] as never,
      evidence: [
        { reference: 'EV-001', version: 1, criteria: ['AC-01'], provider: 'DCC', status: 'submitted' },
      ] as never,
      meetings: [
        { body: 'TAG', on: '2026-05-13' },
        { body: 'CSC', on: '2026-05-28' },
      ] as never,
    }),
    '2026-06-20',
  );
  const { findings } = computeReadiness(toAccept);
  expect(findings.find(({ rule }) => rule === 'criteria.evidenced')).toMatchObject({
    outcome: 'notMet',
    waitsFor: 'SECAS',
  });
  const secas = chaseList(computePlan(toAccept), findings, toAccept.asOf).find(({ who }) => who === 'SECAS');
  expect(secas?.owes.filter(({ what }) => what.includes('EV-001')).map(({ what }) => what)).toEqual([
    'Acceptance of EV-001 version 1 for AC-01',
  ]);
});

/** What the plan holds by itself, with the day to which it is of use. */
const planned = [
  'criteria.met',
  'criteria.evidenced',
  'criteria.sufficient',
  'evidence.accepted-content',
  'input.given',
  'input.received',
  'input.other-bodies',
  'scope.system-12-months',
  'scope.documents-6-months',
];

const ofCommittees = /^(input|scope|tad|decision|submission|golive|type)\./;
const saidToKeeper = /\b(Record|Have|Put|Ask) |\brecord it\b/;

it('every finding that waits for somebody stands in that party’s list, unless the plan holds just that', () => {
  fc.assert(
    fc.property(anySnapshot, (any) => {
      const { findings } = computeReadiness(any);
      const lists = new Map(
        chaseList(computePlan(any), findings, any.asOf).map(({ who, owes }) => [who, owes.map(({ what }) => what)]),
      );
      for (const finding of findings) {
        const { rule, outcome, waitsFor, subject, sentence } = finding;
        if (waitsFor === null || (outcome !== 'notMet' && outcome !== 'cannotTell')) continue;
        const about = subject?.slice(subject.indexOf('/') + 1) ?? '';
        const words = owedInWords(finding);
        // Whoever owns a criterion keeps its record; what these rules want of a committee, somebody else records.
        if (waitsFor !== 'SECAS' && waitsFor !== 'DCC' && ofCommittees.test(rule))
          expect(words).not.toMatch(saidToKeeper);
        if (planned.includes(rule) || (rule === 'input.fresh' && waitsFor !== 'SECAS')) continue;
        expect(words).toContain(about);
        // The plan asks the CSC for its decision, and the finding not once more.
        const held = rule === 'decision.recorded' && waitsFor === 'CSC' ? 'Go-Live decision of the CSC' : words;
        const owed = lists.get(waitsFor) ?? [];
        expect(owed.includes(words) || owed.includes(held), sentence).toBe(true);
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

describe('what a committee owes is said to it, not to who records it', () => {
  const mp = { reference: 'MP1', impacts: ['dccSystems'], addedToScopeOn: '2025-06-01', status: 'approved' };
  const owedBy = (who: string, input: object, asOf: string) => {
    const then = snapshotOf(factsWith(input as never), asOf);
    const found = chaseList(computePlan(then), computeReadiness(then).findings, then.asOf);
    return found.find((chase) => chase.who === who)?.owes.map(({ what }) => what) ?? [];
  };

  it('the CSC sets the date, and is asked for its decision once', () => {
    const input = {
      modifications: [mp],
      submissions: [{ on: '2026-05-20', presentedBy: ['SECAS', 'DCC'] }],
      meetings: [{ body: 'CSC', on: '2026-05-28' }],
    };
    const owed = owedBy('CSC', input, '2026-06-02');
    expect(owed).toContain('Set the implementation date of MP1.');
    expect(owed.filter((what) => /decision/i.test(what))).toEqual(['Go-Live decision of the CSC']);
  });

  it('the TAG answers, and SECAS puts to it what has changed', () => {
    const view = { body: 'TAG', criterion: 'AC-01', sawText: 'Tested.', saw: [{ evidence: 'EV-1@1', sha256: null }] };
    const evidence = [1, 2].map((version) => ({ reference: 'EV-1', version, criteria: ['AC-01'], status: 'accepted' }));
    const supports = { ...view, askedOn: '2026-04-20', position: 'supports', on: '2026-05-01' };
    const again = { ...view, askedOn: '2026-05-10', saw: [{ evidence: 'EV-1@2', sha256: null }] };
    const criteria = [{ reference: 'AC-01', text: 'Tested.', owner: 'DCC', bodies: ['TAG'] }];
    const input = (...views: readonly object[]) => ({ criteria, evidence, views });
    expect(owedBy('TAG', input(supports, again), '2026-05-14')).toEqual([
      'Answer of the TAG on what has changed for AC-01',
    ]);
    expect(owedBy('TAG', input(supports, again), '2026-06-25')).toEqual(['AC-01: Answer on what has changed.']);
    expect(owedBy('TAG', input(supports), '2026-05-14')).toEqual([]);
    expect(owedBy('SECAS', input(supports), '2026-05-14')).toContain(
      'AC-01: Put what has changed to TAG; it may reaffirm its view.',
    );
  });

  it('names the version of the TAD whose dates are missing', () => {
    const input = { modifications: [mp], tad: { versions: [{ version: '1.0', publishedOn: '2025-12-01' }] } };
    expect(owedBy('DCC', input, '2026-05-14')).toContain('Record the missing dates of TAD version 1.0.');
  });
});

it.each([
  ['D', 'D: Discharge the condition, and record the day, by whom, and its proof.'],
  ['the day', 'the day: Discharge the condition, and record the day, by whom, and its proof.'],
  ['Staff the desk', 'Staff the desk: Discharge the condition, and record the day, by whom, and its proof.'],
])('a condition that reads “%s” is told by its words, whatever stands in the sentence', (words, owed) => {
  const conditions = [{ text: words, owner: 'SECAS', due: { on: '2026-06-01' } }];
  const then = snapshotOf(factsWith({ ...facts, conditions } as never), '2026-06-10');
  const found = computeReadiness(then).findings.filter(({ rule, mend }) => rule === 'conditions.overdue' && mend);
  expect(found.map(owedInWords)).toEqual([owed]);
});
