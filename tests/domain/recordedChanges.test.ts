import { describe, expect, it } from 'vitest';
import { type FactsInput, onlyOf } from '../fixtures/facts.ts';

/* What a recorded change of the Go-Live date says: undated it stands and decides no date, dated it counts from its day. */

const goLive = (facts: object, more: FactsInput = {}): FactsInput => ({ ...more, release: { goLive: facts } });
const approved = { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-03-12' };
const change = (from: string | null, to: string, on: string | null) => ({ from, to, by: 'CSC', on, reason: 'Testing' });

describe('a change without its day', () => {
  it('is the decision that records the change, where it went live on that very day', () => {
    const moved = { ...approved, actualDate: '2026-07-02', changes: [change('2026-06-25', '2026-07-02', null)] };
    expect(onlyOf('golive.actual', goLive(moved), '2026-07-05')).toMatchObject({
      outcome: 'met',
      sentence:
        'Went live on 2 July 2026, 7 days after the approved date of 25 June 2026; a change to that day is recorded, without the day on which it was decided (§4.1).',
    });
    expect(onlyOf('golive.actual', goLive({ ...moved, actualDate: '2026-07-03' }), '2026-07-05').outcome).toBe(
      'notMet',
    );
  });

  it('is told where no date, or the date that it moves, is approved', () => {
    const says = (facts: object) => onlyOf('golive.rule-date', goLive(facts), '2026-05-05').sentence;
    const changes = [change('2026-06-25', '2026-07-16', null)];
    expect(says({ changes })).toBe(
      'No Go-Live date is approved yet; 25 June 2026, the rule date of the June 2026 slot, stands provisionally (§3); a change to 16 July 2026 is recorded without the day on which it was decided.',
    );
    expect(says({ ...approved, changes })).toContain('; a change to 16 July 2026 is recorded without');
    expect(says({ ...approved, approvedDate: '2026-07-16', changes })).not.toContain('is recorded without');
  });
});

describe('a change that is still to come', () => {
  const sets = (more: object = {}) =>
    goLive({ approvedDate: '2026-07-16', changes: [change(null, '2026-07-16', '2026-05-01')], ...more });
  const says = (facts: FactsInput, asOf: string) => onlyOf('golive.rule-date', facts, asOf).sentence;

  it('has not set the date yet', () => {
    expect(says(sets(), '2026-04-01')).toContain('No Go-Live date is approved yet');
    expect(says(sets(), '2026-05-01')).toContain('Go-Live is on Thursday 16 July 2026');
  });

  it('leaves a date that was approved on a day of its own', () => {
    expect(says(sets({ approvedBy: 'CSC', approvedOn: '2026-03-01' }), '2026-04-01')).toContain(
      'Go-Live is on Thursday 16 July 2026',
    );
  });

  it('leaves the date that an earlier change set', () => {
    const changes = [change(null, '2026-07-02', '2026-01-05'), change(null, '2026-07-16', '2026-05-01')];
    expect(says(sets({ changes }), '2026-04-01')).toContain('Go-Live is on Thursday 2 July 2026');
  });
});

describe('a first approval off the slot', () => {
  const published = (approval: object): FactsInput =>
    goLive(
      { approvedDate: '2026-07-16', approvedBy: 'CSC', approvedOn: '2026-03-01', ...approval },
      {
        modifications: [{ reference: 'MP1', impacts: ['dccSystems'], status: 'targeted' }],
        tad: { versions: [{ version: '1.0', finalisedOn: '2025-12-27', publishedOn: '2025-12-27' }] },
      },
    );
  const says = (facts: FactsInput) => onlyOf('tad.published-6-months', facts, '2026-03-02').sentence;

  it('moves the date from the rule date, which was in force until then', () => {
    expect(says(published({}))).toBe(
      'The TAD was published on 27 December 2025; due six months before Go-Live (§5.1): 20 days in hand against 16 July 2026; 2 days short against 25 June 2026, then in force.',
    );
  });

  it('moves it also where the change that approves it names no date before it', () => {
    expect(says(published({ approvedOn: null, changes: [change(null, '2026-07-16', '2026-03-01')] }))).toContain(
      '2 days short against 25 June 2026, then in force',
    );
  });

  it('has moved nothing since where it came before', () => {
    expect(says(published({ approvedOn: '2025-12-01' }))).not.toContain('then in force');
  });
});

describe('a modification of which a part is not live, once the release is', () => {
  const says = (actualDate: string | null, asOf: string) =>
    onlyOf(
      'scope.implementation-date',
      {
        release: {
          goLive: { ...approved, actualDate },
          notLive: [{ modification: 'MP1', what: 'CSP part', until: 'June 2027' }],
        },
        modifications: [{ reference: 'MP1', impacts: ['dccSystems'], implementationDate: '2026-06-25' }],
      },
      asOf,
    ).sentence;

  it('is live on the day on which it went live, not on the date set for it', () => {
    expect(says('2026-06-28', '2026-07-05')).toBe(
      'MP1: to be implemented on 25 June 2026, the date set for the release, which went live on 28 June 2026; CSP part not live, proposed for June 2027 (§4.1).',
    );
    expect(says('2026-06-25', '2026-07-05')).toContain('MP1: live 25 June 2026; CSP part not live');
    expect(says(null, '2026-06-01')).toContain('MP1: live 25 June 2026; CSP part not live');
  });
});
