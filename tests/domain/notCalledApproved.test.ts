import { describe, expect, it } from 'vitest';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { ruleContextOf } from '../../shared/domain/rulebook/context/ruleContext.ts';
import { textKinds } from '../../shared/domain/texts/textKinds.ts';
import { toPlain } from '../../shared/domain/texts/toPlain.ts';
import { writeText } from '../../shared/domain/texts/writeText.ts';
import { packSnapshotOf } from '../documents/fixtures.ts';
import { type FactsInput, factsWith, snapshotOf } from '../fixtures/facts.ts';

/*
 * One day, one word: where a finding says that nobody is recorded to have approved the date in force, no text, no page and
 * no other finding calls it approved.
 */

const asOf = '2026-04-30';
const item = { reference: 'MP1', title: 'm', impacts: ['secDocuments'], status: 'approved', approvedOn: '2026-01-01' };

const withGoLive = (goLive: object): FactsInput =>
  ({
    release: { slot: '2027-02', kind: 'documentation', goLive },
    modifications: [item],
    scopeDecisions: [{ body: 'CSC', on: '2026-01-01', sets: 'all' }],
  }) as never;

const moved = { from: '2027-02-20', to: '2027-02-26', by: 'CSC', on: '2026-05-01', reason: 'r' };
const approved = { approvedDate: '2027-02-26', approvedBy: 'CSC', approvedOn: '2026-05-01', changes: [moved] };

/** Everything that is told of the release on that day, each with where it stands. */
function told(facts: FactsInput, day = asOf): readonly (readonly [string, string])[] {
  const snapshot = snapshotOf(factsWith(facts), day);
  const context = ruleContextOf(snapshot);
  const texts = textKinds.map((kind) => [`text ${kind}`, toPlain(writeText(kind, context))] as const);
  const findings = computeReadiness(snapshot)
    .findings.filter(({ outcome }) => outcome !== 'notApplicable')
    .map(
      ({ rule, sentence, formula }) =>
        [rule, `"${sentence}" ${formula?.includes(' less ') ? `, the ${formula}` : ''}`] as const,
    );
  return [...texts, ...findings, ['pack', JSON.stringify(buildPackModel(packSnapshotOf(factsWith(facts), day)))]];
}

/** A rule's own formula, which is the same for every release, and a modification that is approved for a day are not meant. */
const calledApproved =
  /approved Go-Live date (?:was |is )|, the approved Go-Live date|Go-Live was approved for|"Approved for|(?:, |before |after )the approved date|"Approved date"/;

const callers = (facts: FactsInput, day?: string) =>
  told(facts, day).flatMap(([where, words]) => (calledApproved.test(words) ? [where] : []));

describe('a date in force that nobody is recorded to have approved', () => {
  it.each([
    ['was moved later', withGoLive(approved), asOf],
    ['stands with no name beside it', withGoLive({ approvedDate: '2027-02-20', approvedOn: '2026-01-01' }), asOf],
    [
      'was kept, and the release is live',
      withGoLive({ approvedDate: '2027-02-20', actualDate: '2027-02-20' }),
      '2027-03-01',
    ],
    ['was missed', withGoLive({ approvedDate: '2027-02-20', actualDate: '2027-02-23' }), '2027-03-01'],
  ])('is nowhere called approved: it %s', (_which, facts, day) => {
    expect(told(facts, day).find(([rule]) => rule === 'golive.rule-date')?.[1]).toContain(
      'it is not recorded who approved it',
    );
    expect(callers(facts, day)).toEqual([]);
    expect(
      told(facts, day).filter(([, words]) => words.includes('nobody is recorded to have approved it')).length,
    ).toBeGreaterThan(1);
  });

  it('is called approved from the day on which somebody did', () => {
    expect(callers(withGoLive(approved), '2026-05-01')).toEqual(expect.arrayContaining(['text newsletter', 'pack']));
  });
});
