import { describe, expect, it } from 'vitest';
import { chaseList } from '../../shared/domain/chase/chaseList.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computeSlip } from '../../shared/domain/planning/computeSlip.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { type FactsInput, factsWith, snapshotOf } from '../fixtures/facts.ts';
import { deadlines, ready } from '../fixtures/june2026.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

const planOf = (input: FactsInput, asOf: string) => computePlan(snapshotOf(factsWith(input), asOf, deadlines));

describe('the back-planner', () => {
  it('gives no last useful day after Go-Live, whatever the submission is planned for', () => {
    const submissions = [{ on: '2026-07-01', meeting: '2026-07-02', presentedBy: ['SECAS', 'DCC'] }];
    const plan = planOf({ ...ready, submissions }, '2026-05-01');
    expect(plan.submitBy).toBe('2026-06-24');
    // The decision itself is on the day that the rule on it has.
    for (const { kind, lastUsefulDay } of plan.items)
      if (kind !== 'decision') expect((lastUsefulDay ?? '') <= '2026-06-24').toBe(true);
  });

  it('counts back from the meeting of the CSC to the last useful day of each step, in working days', () => {
    const plan = planOf(ready, '2026-05-01');
    expect(plan.submitBy).toBe('2026-06-03');
    expect(plan.items.map((item) => [item.kind, item.subject, item.waitsFor, item.lastUsefulDay, item.state])).toEqual([
      ['evidence', 'AC-01', 'DCC', '2026-05-07', 'open'],
      ['paper', 'TAG 2026-05-12', 'SECAS', '2026-05-07', 'open'],
      ['input', 'TAG/AC-01', 'TAG', '2026-05-12', 'open'],
      ['submission', 'CSC 2026-06-10', 'SECAS', '2026-06-03', 'open'],
      ['decision', null, 'CSC', '2026-06-10', 'open'],
    ]);
    expect(plan.items[0]?.sentence).toBe('Evidence for AC-01: by 7 May 2026, 5 working days left; waits for the DCC.');
  });

  it('prints of what is no longer possible the last useful day, a working day, where it was due on a Sunday', () => {
    const criteria = [
      { reference: 'AC-01', text: 'It works.', owner: 'DCC', selfStatus: 'inProgress' as const, due: '2026-05-31' },
    ];
    const [item] = planOf({ ...ready, criteria }, '2026-06-01').items;
    expect(item).toMatchObject({
      lastUsefulDay: '2026-05-29',
      sentence: 'Evidence for AC-01: no longer possible in time; the last useful day was 29 May 2026.',
    });
  });

  it('says of evidence that nobody is recorded as owing that there is no owner, and waits for who asks for one', () => {
    const [item] = planOf(
      { ...ready, criteria: [{ reference: 'AC-01', selfStatus: 'inProgress' }] },
      '2026-05-01',
    ).items;
    expect(item).toMatchObject({
      kind: 'evidence',
      waitsFor: 'SECAS',
      sentence: expect.stringMatching(/^Evidence for AC-01, which has no owner recorded: by .*; waits for SECAS\.$/),
    });
  });

  it('names a lead time by the length that holds for the release, in the plan and in the slip', () => {
    const tad = { longerPeriods: { toTagMonths: 10, publishedMonths: 7 }, versions: [] };
    const facts: FactsInput = { ...ready, tad };
    const titles = ['TAD finalised and published seven months before', 'TAD issued to the TAG ten months before'];
    const named = (sentences: readonly string[]) => sentences.map((one) => one.slice(0, one.indexOf(':')));
    const plan = planOf(facts, '2025-08-01').items.map((item) => item.sentence);
    expect(named(plan)).toEqual(expect.arrayContaining(titles));
    const { reasons } = computeSlip(snapshotOf(factsWith(facts), '2025-08-01', deadlines));
    expect(named(reasons.map(({ sentence }) => sentence))).toEqual(expect.arrayContaining(titles));
  });

  it('calls no body late for want of a meeting: it may answer up to the submission, as readiness has it', () => {
    const plan = planOf(ready, '2026-05-13');
    expect(plan.impossible).toBe(0);
    const ofTag = plan.items.filter(({ kind }) => kind === 'paper' || kind === 'input');
    expect(ofTag.map(({ subject, sentence }) => [subject, sentence])).toEqual([
      [
        'TAG',
        'Paper on 1 criterion for the TAG: by 3 June 2026, 16 working days left; the last meeting of the TAG recorded before that was on 12 May 2026; waits for SECAS.',
      ],
      [
        'TAG/AC-01',
        'View of the TAG on AC-01: by 3 June 2026, 16 working days left; the last meeting of the TAG recorded before that was on 12 May 2026; waits for the TAG.',
      ],
    ]);
  });

  it('calls no body late for a view that was not asked for in time, and leaves what to do to the findings', () => {
    const views = (askedOn: string | null) => (askedOn === null ? [] : [{ body: 'TAG', criterion: 'AC-01', askedOn }]);
    const of = (askedOn: string | null) => {
      const input: FactsInput = { ...ready, views: views(askedOn), submissions: [{ on: '2026-06-01', final: true }] };
      const snapshot = snapshotOf(factsWith(input), '2026-06-08', deadlines);
      const plan = computePlan(snapshot);
      const chases = chaseList(plan, computeReadiness(snapshot).findings, snapshot.asOf);
      const owed = (who: string) => chases.find((one) => one.who === who)?.owes ?? [];
      return {
        kinds: plan.items.map(({ kind }) => kind),
        tag: owed('TAG'),
        secas: owed('SECAS').map(({ what }) => what),
      };
    };
    const never = of(null);
    expect(never.tag).toEqual([]);
    expect(never.secas).toContain('Put AC-01 to TAG, and submit to the CSC again.');
    const late = of('2026-06-03');
    expect(late.kinds).not.toContain('input');
    expect(late.tag.filter((one) => one.late)).toEqual([]);
    expect(of('2026-05-20').tag).toEqual([{ what: 'View of the TAG on AC-01', by: '2026-06-01', late: true }]);
  });

  it('asks for what the final submission had to show by its day, as readiness does, whatever meetings follow', () => {
    const made: FactsInput = {
      ...ready,
      criteria: [{ reference: 'AC-01', owner: 'DCC', bodies: ['OPSG'], selfStatus: 'inProgress' }],
      views: [{ body: 'OPSG', criterion: 'AC-01', askedOn: '2026-05-20' }],
      submissions: [{ on: '2026-06-01', final: true }],
    };
    for (const asOf of ['2026-06-01', '2026-06-02', '2026-06-11']) {
      const snapshot = snapshotOf(factsWith(made), asOf, deadlines);
      const due = computeReadiness(snapshot).findings.find(
        (one) => one.rule === 'input.received' && one.outcome !== 'notApplicable',
      )?.due;
      const plan = computePlan(snapshot);
      const view = plan.items.find((item) => item.kind === 'input');
      expect([due, plan.submitBy, view?.lastUsefulDay], asOf).toEqual(['2026-06-01', '2026-06-01', '2026-06-01']);
      expect(view?.state, asOf).toBe(asOf === '2026-06-01' ? 'open' : 'impossible');
    }
  });

  it('keeps the day itself possible and the day after not', () => {
    const state = (asOf: string) => planOf(ready, asOf).items.find((item) => item.kind === 'paper')?.state;
    expect(state('2026-05-07')).toBe('open');
    expect(state('2026-05-08')).toBe('impossible');
  });

  it('lists what is asked of nobody yet without a date as undated', () => {
    const plan = planOf({ release: { slot: null }, criteria: [{ reference: 'AC-01', bodies: ['TAG'] }] }, '2026-05-01');
    expect(new Set(plan.items.map((item) => item.state))).toEqual(new Set(['undated']));
  });

  it('repeats lead times that lie ahead with their practical day', () => {
    const plan = planOf(
      { modifications: [{ reference: 'MP1', impacts: ['dccSystems'], addedToScopeOn: '2025-06-01' }] },
      '2025-09-22',
    );
    expect(
      plan.items
        .filter((item) => item.kind === 'leadTime')
        .map((item) => [item.what, item.lastUsefulDay, item.workingDaysLeft]),
    ).toEqual([
      ['TAD issued to the TAG nine months before', '2025-09-25', 4],
      ['TAD finalised and published six months before', '2025-12-24', 68],
    ]);
  });

  it('judges on the exact calendar date: a bank holiday that is due itself is not too late', () => {
    const item = (asOf: string) =>
      planOf({ modifications: ready.modifications ?? [] }, asOf).items.find(({ due }) => due === '2025-12-25');
    expect(item('2025-12-24')).toMatchObject({ state: 'open', workingDaysLeft: 1 });
    expect(item('2025-12-25')).toMatchObject({
      state: 'open',
      workingDaysLeft: 0,
      sentence:
        'TAD finalised and published six months before: due 25 December 2025, the as-of date itself; the last working day before it was 24 December 2025; waits for the DCC.',
    });
    expect(item('2025-12-26')?.state).toBe('undated');
  });

  it('finds impossible only what a finding no longer calls not due', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        for (const item of computePlan(snapshot).items)
          if (item.state !== 'undated')
            expect(item.state === 'impossible').toBe(item.due !== null && item.due < snapshot.asOf);
      }),
      { numRuns: 100 },
    );
  });

  it('says of a lead time without its date that it is not recorded, never that it is too late', () => {
    const plan = planOf({ modifications: ready.modifications ?? [], tad: { versions: [] } }, '2025-12-01');
    expect(plan.items.filter((item) => item.kind === 'leadTime').map((item) => [item.state, item.sentence])).toEqual([
      [
        'open',
        'TAD finalised and published six months before: by 24 December 2025, 18 working days left; waits for the DCC.',
      ],
      [
        'undated',
        'TAD issued to the TAG nine months before: no date by the as-of date is recorded on which it was done; it was due 25 September 2025; waits for the DCC.',
      ],
    ]);
  });

  it('has the day of the decision as readiness has it', () => {
    const facts = { ...ready, meetings: [{ body: 'CSC' as const, on: '2026-04-22' }] };
    const plan = planOf(facts, '2026-05-01');
    const found = computeReadiness(snapshotOf(factsWith(facts), '2026-05-01', deadlines)).findings;
    expect(plan.items.find((item) => item.kind === 'decision')?.due).toBe(
      found.find((finding) => finding.rule === 'decision.recorded')?.due,
    );
  });

  it('asks nothing more once input is given and evidence accepted', () => {
    const done = {
      ...ready,
      evidence: [{ reference: 'EV-001', criteria: ['AC-01'], status: 'accepted' as const }],
      views: [{ body: 'TAG', criterion: 'AC-01', position: 'noView' as const, on: '2026-04-14' }],
    };
    expect(planOf(done, '2026-05-01').items.map((item) => item.kind)).toEqual(['submission', 'decision']);
  });
});
