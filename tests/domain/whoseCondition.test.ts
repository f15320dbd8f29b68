import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { type Block, sectionsOf } from '../../shared/domain/pack/blocks.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { factsShownOn } from '../../shared/domain/readiness/factsShownOn.ts';
import { ruleContextOf } from '../../shared/domain/rulebook/context/ruleContext.ts';
import { toPlain } from '../../shared/domain/texts/toPlain.ts';
import { writeText } from '../../shared/domain/texts/writeText.ts';
import { packSnapshotOf } from '../documents/fixtures.ts';
import { type FactsInput, factsWith, onlyOf, ruleOf, snapshotOf } from '../fixtures/facts.ts';

/*
 * A committee reads of its decision what it decided: the one that stands, its own conditions under it, and apart from
 * them what other bodies asked for and what was set for other releases.
 */

const asOf = '2026-06-15';
const go = { body: 'CSC', on: '2026-06-10', outcome: 'go', wording: 'It goes live, without conditions.' };
const ofTag = {
  text: 'The TAG wants a list.',
  owner: 'DCC',
  source: { paper: 'TAG 12', body: 'TAG', criterion: 'AC-02' },
};
const carried = {
  text: 'The carried one.',
  owner: 'DCC',
  source: { release: 'February 2026 SEC Release', decidedOn: '2026-02-11' },
};

/** Every word of a block, those that lead somewhere included. */
const wordsOf = (block: Block): string =>
  [...JSON.stringify(block).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join(' ');

function packOf(input: FactsInput) {
  const facts = factsWith({ release: { name: 'June 2026 SEC Release', slot: '2026-06' } as never, ...input });
  const blocks = sectionsOf(buildPackModel(packSnapshotOf(facts, asOf))).flatMap((section) => section.blocks);
  const told = blocks.map(wordsOf);
  return { told, holds: (words: string) => told.some((one) => one.includes(words)) };
}

const notice = (input: FactsInput) =>
  toPlain(writeText('decision', ruleContextOf(snapshotOf(factsWith(input), asOf)))).replace(/\s+/g, ' ');

describe('a condition that the CSC did not set for this release', () => {
  it('is none that the CSC asked for', () => {
    const { told, holds } = packOf({ decisions: [go], conditions: [ofTag, carried] });
    expect(holds('What the CSC asked for')).toBe(false);
    expect(told.filter((one) => one.includes('decided “go” · 2 conditions'))).toEqual([]);
  });

  it('stands apart from those that it did', () => {
    const { holds } = packOf({
      decisions: [{ ...go, outcome: 'go with conditions' }],
      conditions: [{ text: 'Staff the desk.', owner: 'DCC' }, ofTag, carried],
    });
    expect(holds('decided “go with conditions” · 1 condition: 1 open')).toBe(true);
    expect(holds('Every condition that the CSC set for this release stands with its answer')).toBe(true);
    expect(holds('Asked for by others, or set for another release:')).toBe(true);
  });

  it('is told to Parties with what set it', () => {
    const told = notice({ decisions: [go], conditions: [ofTag, carried] });
    expect(told).toContain(
      'Conditions No condition of this decision is recorded. Conditions that other bodies asked for',
    );
    expect(told).toContain("of the TAG's answer to paper TAG 12 on AC-02).");
    expect(told).toContain("of the CSC's decision of 11 February 2026 on “February 2026 SEC Release”).");
  });
});

describe('a condition that a body asked for, carried into the next release', () => {
  const from = (source: object) => ({ ...ofTag, due: { on: '2026-06-01' }, source: { ...ofTag.source, ...source } });
  const february = { release: 'February 2026 SEC Release' };

  it('is still of the answer of that body, never of a decision', () => {
    const input: FactsInput = { conditions: [from(february)] };
    const origin = "of the TAG's answer to paper TAG 12 on AC-02 of “February 2026 SEC Release”";
    expect(notice(input)).toContain('Conditions of earlier decisions and answers, carried into this release');
    expect(notice(input)).toContain(`${origin}).`);
    expect(onlyOf('conditions.overdue', input, asOf).sentence).toContain(origin);
    expect(packOf(input).holds('paper TAG 12, asked by the TAG on AC-02, carried over from February 2026')).toBe(true);
    expect([notice(input), ...packOf(input).told].join()).not.toMatch(/TAG's decision|, decided/);
  });

  it('is of a decision where another body took one there', () => {
    const ofPanel = { body: 'Panel', paper: null, criterion: null, decidedOn: '2026-02-11' };
    expect(notice({ conditions: [from({ ...february, ...ofPanel })] })).toContain(
      "of the Panel's decision of 11 February 2026 on “February 2026 SEC Release”",
    );
  });

  it('names the release where it is of no criterion', () => {
    expect(notice({ conditions: [from({ ...february, criterion: null })] })).toContain(
      "of the TAG's answer to paper TAG 12 on “February 2026 SEC Release”",
    );
  });
});

describe('a condition that a body asks for in an answer that is still to come', () => {
  const answer = { body: 'TAG', criterion: 'AC-02', askedOn: '2026-06-01', on: '2026-06-20', paper: 'TAG 12' };
  const input = (view: object = {}, source: object = {}): FactsInput => ({
    conditions: [{ ...ofTag, due: { on: '2026-06-10' }, source: { ...ofTag.source, ...source } }],
    views: [{ ...answer, position: 'supportsWithConditions', ...view }] as never,
  });

  it('is not set yet, so that nothing tells it', () => {
    expect(notice(input())).not.toContain('wants a list');
    expect(ruleOf('conditions.overdue', input(), asOf).map(({ outcome }) => outcome)).toEqual(['notApplicable']);
    expect(ruleOf('conditions.complete', input(), asOf).map(({ outcome }) => outcome)).toEqual(['notApplicable']);
    expect(packOf(input()).holds('To be set')).toBe(true);
    expect(factsShownOn(factsWith(input()), calendarDate(asOf)).conditions).toEqual([]);
  });

  it.each([
    ['came', input({ on: '2026-06-14' })],
    ['has no day', input({ on: null })],
    ['is on another paper', input({ paper: 'TAG 13' })],
    ['is on another criterion', input({}, { criterion: 'AC-03' })],
    ['is of another body', input({}, { body: 'OPSG' })],
    ['is of another release', input({}, { release: 'February 2026 SEC Release' })],
  ])('stands where that answer %s', (_, facts) => {
    expect(notice(facts)).toContain('wants a list');
    expect(onlyOf('conditions.overdue', facts, asOf).outcome).toBe('notMet');
  });

  it('is not set by a deferral', () => {
    const deferred = { ...answer, position: 'deferred', on: '2026-06-12' };
    const facts = { ...input(), views: [...(input().views ?? []), deferred] } as FactsInput;
    expect(notice(facts)).not.toContain('wants a list');
  });

  it('is set by the first answer that it can have come with', () => {
    const first = { ...answer, position: 'supportsWithConditions', on: '2026-06-12' };
    const facts = { ...input(), views: [...(input().views ?? []), first] } as FactsInput;
    expect(notice(facts)).toContain('wants a list');
  });
});

describe('a condition that no recorded decision can have set', () => {
  const old = { text: 'The old one.', owner: 'DCC', due: { on: '2026-05-01' }, dischargedOn: '2026-05-02' };
  const input: FactsInput = {
    decisions: [{ ...go, outcome: 'go with conditions' }],
    conditions: [old, { text: 'Staff the desk.', owner: 'DCC' }],
  };

  it('is none of the decision that is answered', () => {
    const { holds } = packOf(input);
    expect(holds('decided “go with conditions” · 1 condition: 1 open')).toBe(true);
    expect(holds('Not set by any recorded decision on this release:')).toBe(true);
  });

  it('is told to Parties apart, and that no recorded decision set it', () => {
    const [own, others] = notice(input).split('Conditions that this decision did not set');
    expect(own).toContain('Staff the desk.');
    expect(own).not.toContain('The old one.');
    expect(others).toContain('discharged on 2 May 2026; set by no recorded decision).');
  });

  it('is told apart from one of which no record says which decision set it', () => {
    const decisions = [{ ...go, on: '2026-06-01', outcome: 'not yet' }, go];
    expect(notice({ decisions, conditions: [{ text: 'Staff the desk.', owner: 'DCC' }] })).toContain(
      'no record says which decision set it',
    );
  });

  it('is of the day that it names, also where no decision of that day is recorded', () => {
    const source = { decidedOn: '2026-05-27' };
    expect(notice({ decisions: [go], conditions: [{ text: 'Staff the desk.', owner: 'DCC', source }] })).toContain(
      'set by the decision of 27 May 2026',
    );
  });
});

describe('the decision that stands', () => {
  it('is told beside the one whose conditions are answered', () => {
    const decisions = [
      { body: 'CSC', on: '2026-05-27', outcome: 'not yet, subject to conditions', wording: 'Not yet.' },
      go,
    ];
    const source = { release: null, decidedOn: '2026-05-27' };
    const { holds } = packOf({ decisions, conditions: [{ text: 'Staff the desk.', owner: 'DCC', source }] });
    expect(
      holds('On 27 May 2026 the CSC decided “not yet, subject to conditions”; on 10 June 2026 it decided “go” · 1'),
    ).toBe(true);
  });

  it('is the one that a condition names, also where that names the CSC as the body', () => {
    const decisions = [
      { body: 'CSC', on: '2026-05-27', outcome: 'Not yet', wording: 'Not yet.' },
      { ...go, outcome: 'Go with conditions' },
    ];
    const source = { body: 'CSC', decidedOn: '2026-05-27' };
    const input: FactsInput = { decisions, conditions: [{ text: 'Staff the desk.', owner: 'DCC', source }] };
    const { told, holds } = packOf(input);
    expect(holds('On 27 May 2026 the CSC decided “Not yet”; on 10 June 2026 it decided “Go with conditions” · 1')).toBe(
      true,
    );
    expect([...told, notice(input)].filter((one) => one.includes("of the CSC's answer"))).toEqual([]);
    expect(notice(input)).toContain('set by the decision of 27 May 2026');
  });

  it('does not raise a submission again that an earlier “not yet” superseded', () => {
    const submissions = [
      { on: '2026-06-01', meeting: '2026-06-03', final: true, presentedBy: ['SECAS'] },
      { on: '2026-06-08', meeting: '2026-06-10', presentedBy: ['SECAS', 'DCC'] },
    ];
    const notYet = { body: 'CSC', on: '2026-06-03', outcome: 'Deferred' };
    const finalOn = (decisions: FactsInput['decisions']) =>
      ruleContextOf(snapshotOf(factsWith({ submissions, decisions }), asOf)).submission.finalOn;
    expect(finalOn([notYet])).toBe('2026-06-08');
    expect(finalOn([notYet, go])).toBe('2026-06-08');
  });

  const id = (last: number) => `01a21d37-7e57-7000-8000-00000000000${last}`;
  const ofOneDay = (first: string, second: string): FactsInput => ({
    decisions: [
      { ...go, id: id(1), outcome: first },
      { ...go, id: id(2), outcome: second },
    ] as never,
  });

  it.each([
    ['Not yet', 'Approved'],
    ['Approved', 'Not yet'],
    ['Go', 'Defer'],
  ])('is of two of one day the one that was recorded last: %s, then %s', (first, second) => {
    const found = onlyOf('decision.recorded', ofOneDay(first, second), asOf);
    expect(found.sentence).toBe(
      `The CSC decided on 10 June 2026: “${second}” (§5.3); “${first}” is recorded for the same day, and what was recorded last counts.`,
    );
    expect(notice(ofOneDay(first, second))).toContain(`is: ${second}.`);
  });

  it('is told alone where both of one day say the same', () => {
    expect(onlyOf('decision.recorded', ofOneDay('go', 'approved'), asOf).sentence).not.toContain('same day');
  });
});
