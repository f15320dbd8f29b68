import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computeSlip } from '../../shared/domain/planning/computeSlip.ts';
import { whatIf } from '../../shared/domain/planning/whatIf.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { type FactsInput, factsWith, snapshotOf } from '../fixtures/facts.ts';
import { november2021 } from '../fixtures/november2021.ts';
import { anySnapshot } from './arbitraries.ts';

const deadlines = {
  rulebook: {
    changes: [],
    paperDeadlines: [
      { body: 'CSC', workingDays: 5 },
      { body: 'TAG', workingDays: 3 },
    ],
  },
};
const planOf = (input: FactsInput, asOf: string) => computePlan(snapshotOf(factsWith(input), asOf, deadlines));

const ready: FactsInput = {
  modifications: [{ reference: 'MP1', impacts: ['dccSystems'], addedToScopeOn: '2025-06-01' }],
  tad: {
    versions: [{ version: '1.0', issuedToTagOn: '2025-09-01', finalisedOn: '2025-12-01', publishedOn: '2025-12-01' }],
  },
  meetings: [
    { body: 'CSC', on: '2026-06-10' },
    { body: 'TAG', on: '2026-04-14' },
    { body: 'TAG', on: '2026-05-12' },
    { body: 'TAG', on: '2026-06-16' },
  ],
  criteria: [{ reference: 'AC-01', owner: 'DCC', bodies: ['TAG'], selfStatus: 'inProgress' }],
};

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

  it('says what is already impossible: the last meeting that could serve has passed', () => {
    const plan = planOf(ready, '2026-05-13');
    expect(plan.impossible).toBe(2);
    expect(plan.items.filter((item) => item.state === 'impossible').map((item) => item.sentence)).toEqual([
      'Paper on 1 criterion for the meeting of the TAG on 12 May 2026: no longer possible in time; the last recorded meeting of the TAG that could serve was on 12 May 2026.',
      'View of the TAG on AC-01: no longer possible in time; the last recorded meeting of the TAG that could serve was on 12 May 2026.',
    ]);
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

describe('the slip solver', () => {
  it('finds the earliest date and slot that meet every lead time on record, with the reason for each', () => {
    const slip = computeSlip(snapshotOf(november2021(), '2021-10-20'));
    expect(slip).toMatchObject({ goLive: '2021-11-04', metNow: false, earliestDate: '2021-11-14' });
    expect(slip.earliestSlot).toEqual({ slot: '2022-06', name: 'June 2022 SEC Release', ruleDate: '2022-06-30' });
    expect(slip.reasons.map((reason) => [reason.rule, reason.actual, reason.earliest])).toEqual([
      ['scope.system-12-months', '2020-11-13', '2021-11-13'],
      ['scope.documents-6-months', '2021-05-14', '2021-11-14'],
    ]);
  });

  it('says that nothing has to move where every lead time is met', () => {
    const facts = factsWith({ ...ready, scopeDecisions: [{ on: '2025-06-01', sets: 'systems' }] });
    const slip = computeSlip(snapshotOf(facts, '2026-05-01'));
    expect(slip.metNow).toBe(true);
    expect(slip.cannotTell).toEqual([]);
    expect(slip.sentence).toBe('Go-Live on 25 June 2026 meets every lead time; nothing has to move.');
  });

  it('does not say that every lead time is met where one cannot be told', () => {
    const facts = factsWith({
      ...ready,
      modifications: [...(ready.modifications ?? []), { reference: 'MP2' }],
    });
    const slip = computeSlip(snapshotOf(facts, '2026-05-01'));
    expect(slip.metNow).toBeNull();
    expect(slip.cannotTell).toEqual([
      'MP2: cannot tell whether 12 or six months apply to it, for its impacts are not stated (§4.3).',
    ]);
    expect(slip.sentence).toBe(
      'Go-Live on 25 June 2026 misses no lead time on record; of others the records cannot tell yet.',
    );
  });

  it('takes no date that is only not recorded for a missed lead time', () => {
    const slip = computeSlip(snapshotOf(november2021(), '2021-10-20'));
    expect(slip.cannotTell.slice(-2)).toEqual([
      'The issue of the TAD to the TAG has no date by the as-of date; it was due 4 February 2021, nine months before Go-Live (§5.1).',
      'The publication of the TAD has no date by the as-of date; it was due 4 May 2021, six months before Go-Live (§5.1).',
    ]);
    expect(slip.sentence).toBe(
      'Go-Live on 4 November 2021 misses 2 lead times; the earliest date that meets what is on record is 14 November 2021, the earliest slot the June 2022 SEC Release on 30 June 2022; of 12 others the records cannot tell.',
    );
  });

  it('takes the as-of date as the earliest day of what is not done yet, and says so', () => {
    const slip = computeSlip(snapshotOf(november2021(), '2021-05-04'));
    expect(slip.reasons.at(-1)?.sentence).toBe(
      'TAD finalised and published six months before: not done yet; 4 May 2021 at the earliest, so Go-Live on 4 November 2021 at the earliest (six months, §5.1).',
    );
  });

  it('counts from the day that is recorded for what is still to come, before its due day as after it', () => {
    const modifications = [{ reference: 'MP1', impacts: ['dccSystems' as const], addedToScopeOn: '2025-09-01' }];
    const facts = factsWith({ ...ready, modifications, scopeDecisions: [{ on: '2025-01-10', sets: 'systems' }] });
    for (const asOf of ['2025-06-10', '2025-06-25', '2025-06-26']) {
      const slip = computeSlip(snapshotOf(facts, asOf));
      expect(slip).toMatchObject({ metNow: false, earliestDate: '2026-09-01' });
      const misses = asOf > '2025-06-25' ? 'misses' : 'will miss';
      expect(slip.sentence).toMatch(
        new RegExp(`^Go-Live on 25 June 2026 ${misses} 1 lead time; .* 1 September 2026, the earliest slot`),
      );
      expect(slip.reasons.find(({ subject }) => subject === 'MP1')?.sentence).toContain(
        'not done yet; recorded for 1 September 2025, so Go-Live on 1 September 2026 at the earliest, 68 days after the date in force',
      );
    }
    expect(
      computeReadiness(snapshotOf(facts, '2025-06-10')).findings.find(({ subject }) => subject === 'MP1'),
    ).toMatchObject({
      outcome: 'notDue',
      sentence:
        'MP1: to be set in scope 12 months before Go-Live (§4.3): due 25 June 2025, in 15 days. It is recorded for 1 September 2025, 68 days after that.',
    });
  });

  it('offers nothing for a release that is live', () => {
    const facts = factsWith({
      ...ready,
      release: { goLive: { approvedDate: '2026-06-25', actualDate: '2026-06-25' } },
    });
    const slip = computeSlip(snapshotOf(facts, '2026-07-01'));
    expect(slip).toMatchObject({ earliestDate: null, earliestSlot: null });
    expect(slip.sentence).toBe('It went live on 25 June 2026; there is no date left to move.');
    expect(computePlan(snapshotOf(facts, '2026-07-01', deadlines)).items).toEqual([]);
  });

  it('moves no date that has come', () => {
    const facts = factsWith(ready);
    const sentence = (asOf: string) => computeSlip(snapshotOf(facts, asOf)).sentence;
    expect(sentence('2026-06-24')).toBe('Go-Live on 25 June 2026 meets every lead time; nothing has to move.');
    expect(sentence('2026-06-26')).toBe(
      'Go-Live on 25 June 2026 lies behind 26 June 2026; there is no date left to move.',
    );
  });

  it('tells which parts are still to go live once the first has its day behind it', () => {
    const parts = [
      { what: 'North', date: '2026-06-25' },
      { what: 'South', date: '2026-07-02' },
      { what: 'Isles', date: null },
    ];
    const sentence = (asOf: string, actualDate: string | null = null) => {
      const goLive = { approvedDate: '2026-06-25', actualDate, parts };
      return computeSlip(snapshotOf(factsWith({ ...ready, release: { goLive } as never }), asOf)).sentence;
    };
    const isles = 'Isles on a day that is not recorded, and lead times count from the first part alone.';
    expect(sentence('2026-06-26')).toBe(
      `Go-Live on 25 June 2026 lies behind 26 June 2026; still to go live: South on 2 July 2026 and ${isles}`,
    );
    expect(sentence('2026-06-26', '2026-06-25')).toBe(
      `The first part of it went live on 25 June 2026; still to go live: South on 2 July 2026 and ${isles}`,
    );
    expect(sentence('2026-07-03', '2026-06-25')).toBe(
      `The first part of it went live on 25 June 2026; still to go live: ${isles}`,
    );
  });

  it('is right for any release: at the earliest date nothing is short, the day before something is', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const slip = computeSlip(snapshot);
        const earliest = slip.earliestDate;
        if (earliest === null || earliest > '2190' || earliest < '1910') return;
        const short = (day: string) =>
          whatIf(snapshot, calendarDate(day)).findings.filter(
            (finding) => /months/.test(finding.rule) && finding.due !== null && (finding.slackDays ?? 0) < 0,
          );
        expect(short(earliest)).toEqual([]);
        if (slip.reasons.some((reason) => reason.actual !== null && reason.earliest === earliest)) {
          expect(short(plusDays(earliest, -1)).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
