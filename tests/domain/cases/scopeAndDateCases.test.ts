import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeReadiness } from '../../../shared/domain/readiness/computeReadiness.ts';
import { releaseFileSchema } from '../../../shared/domain/records/releaseFacts.ts';
import { snapshotOf } from '../../fixtures/facts.ts';

const folder = join(import.meta.dirname, '../../fixtures/cases/rules');

/** File, as-of date, rule, subject (`-`: the release), outcome (`nothing`: the rule does not speak of it), sentence. */
const rows = `
F06-whole-release-no-dcc | 2026-05-01 | tad.published-6-months | - | cannotTell | Cannot tell whether the TAD and notices of User testing are needed (§5.1, §5.2): the impacts of MP1 are not stated.
F07-implementation-date-not-yet-set | 2026-01-01 | scope.implementation-date | MP1 | cannotTell | MP1: no implementation date is on record by the as-of date (§4.1).
F08-joins-later | 2025-07-05 | scope.system-12-months | MP1 | notMet | MP1: to join the scope on 1 September 2025, 68 days short of 12 months before Go-Live (§4.3).
F08-joins-later | 2025-07-05 | scope.fallen-out | MP2 | nothing |
F11-mark-empty-documentation | 2026-01-01 | type.technical-specifications-mark | - | notMet | This is marked as a Technical Specifications Release, which is one of the System Releases, not a Documentation Release (§2).
F12-no-go-live-date | 2026-01-01 | scope.approved | MP1 | cannotTell | MP1: cannot tell when its approval is due: it is not approved yet, and no Go-Live date is recorded (§2).
F12-no-go-live-date | 2026-01-01 | tad.to-tag-9-months | - | cannotTell | The issue of the TAD to the TAG is due nine months before Go-Live (§5.1), and no Go-Live date is recorded to count from.
S01-ad-hoc-exception | 2026-05-01 | tad.to-tag-9-months | - | covered | The TAD was issued to the TAG on 1 February 2026, 81 days short of nine months before Go-Live (§5.1); exception agreed by the Authority on 15 February 2026.
S01-ad-hoc-exception | 2026-05-01 | scope.system-12-months | MP1 | covered | MP1: scope set 164 days before Go-Live, 201 days short of 12 months (§4.3); late addition agreed by the CSC on 20 February 2026.
S02-not-live-date | 2026-08-01 | scope.implementation-date | MP1 | met | MP1: to be implemented on 12 November 2026, no Go-Live date of this release; CSP part not live, proposed for 24 June 2027 (§4.1).
S02-not-live-date | 2026-08-01 | golive.rule-date | - | met | Go-Live is on 5 November 2026, the rule date of the November 2026 slot (§3); approved by the CSC on 12 March 2025; in parts: Islands on 29 October 2026 and North on 21 November 2026.
S02-not-live-date | 2026-08-01 | golive.weekend | - | notMet | Go-Live is on Saturday 21 November 2026 (North), on a weekend; that is allowed, if support is staffed (practice).
S02-not-live-date | 2026-08-01 | golive.actual | North | notDue | North: the day of Go-Live lies ahead (§4.1): due 21 November 2026, in 112 days.
S02-not-live-date | 2026-11-30 | golive.actual | North | cannotTell | North: the day of Go-Live was to be 21 November 2026; no date by the as-of date is recorded on which it went live (§4.1).
S02-not-live-date | 2026-11-30 | golive.actual | Islands | cannotTell | Islands: the day of Go-Live was to be 29 October 2026; no date by the as-of date is recorded on which it went live (§4.1).
S02-not-live-date | 2026-11-30 | golive.weekend | - | notApplicable | The days of Go-Live, Thursday 29 October 2026 (Islands), Saturday 21 November 2026 (North) and Thursday 5 November 2026, lie behind.
S06-published-not-finalised | 2026-02-01 | tad.published-6-months | - | notMet | The TAD was published on 27 December 2025, at least 2 days short of six months before Go-Live (§5.1); its finalising has no date.
S08-all-left | 2026-05-01 | scope.implementation-date | - | notApplicable | No modification is in scope any more (§4.1).
S08-all-left | 2026-05-01 | tad.to-tag-9-months | - | cannotTell | Cannot tell whether the TAD and notices of User testing are needed (§5.1, §5.2): no modification is in scope any more.
S09-comment | 2026-05-01 | rid.comments-answered | Party A 2025-06-01 | met | Party A's comment of 1 June 2025 on the RID has a response (practice).
S10-left-then-approved | 2026-05-01 | rid.current | - | met | RID version 1.0 of 1 December 2025 is current: nothing was approved or changed in scope after it (§4.2, §6).
S12-actual-date | 2026-07-01 | scope.implementation-date | MP1 | met | MP1: to be implemented on 28 June 2026, when the release went live (§4.1).
S12-actual-date | 2026-07-01 | golive.rule-date | - | met | Go-Live was approved for 25 June 2026, the rule date of the June 2026 slot (§3); approved by the CSC on 12 March 2025; it went live on 28 June 2026.
S12-actual-date | 2026-07-01 | golive.actual | - | notMet | Approved for 25 June 2026, went live on 28 June 2026, 3 days after it; no decision records the change (§4.1).
S12-actual-date | 2026-07-01 | golive.weekend | - | notApplicable | The day of Go-Live, Sunday 28 June 2026, lies behind.
F13-user-systems-only | 2026-05-01 | tad.published-6-months | - | cannotTell | Cannot tell whether the TAD and notices of User testing are needed (§5.1, §5.2): MP1 impacts User Systems, no impact on the DCC Systems is stated, and the guidance does not say whether User Systems alone need them.
S14-slot-and-type | 2027-06-01 | golive.rule-date | - | met | Go-Live is on 24 February 2028, the rule date of the February 2028 slot (§3); approved by the CSC on 12 March 2025.
S14-slot-and-type | 2027-06-01 | type.documentation-no-dcc-impact | - | notApplicable | This is a System Release, which may impact the DCC Systems (§2).
S14-slot-and-type | 2027-06-01 | type.slot | - | notMet | This is recorded as a System Release; the February 2028 slot is that of a Documentation Release (§3).
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string, string, string]);

/** `../shared/cases/rules/cases.json` asks, `docs/domain.md`, Settled in the second round, says what is right. */
describe('cases of scope, types, dates, RID and TAD', () => {
  it.each(rows)('%s on %s: %s of %s is %s', (file, asOf, rule, subject, outcome, sentence) => {
    const found = findingsOfCase(file, asOf)
      .filter((finding) => finding.rule === rule && (finding.subject ?? '-') === subject)
      .map((finding) => [finding.outcome, finding.sentence]);
    expect(found).toEqual(outcome === 'nothing' ? [] : [[outcome, sentence]]);
  });

  it.each([
    [
      'F06-whole-release-no-dcc',
      '2026-05-01',
      'tad.published-6-months',
      'State the impacts of MP1 on DCC and User Systems.',
    ],
    ['S08-all-left', '2026-05-01', 'tad.to-tag-9-months', 'Add the modifications that this release implements.'],
    [
      'F13-user-systems-only',
      '2026-05-01',
      'tad.published-6-months',
      'Check whether MP1 impacts the DCC Systems too, and add that to the impacts.',
    ],
    [
      'S06-published-not-finalised',
      '2026-07-01',
      'tad.published-6-months',
      'The day has passed: record the decision that accepts it.',
    ],
    [
      'F12-no-go-live-date',
      '2026-01-01',
      'scope.approved',
      'Record the Go-Live date, or choose the slot of the release.',
    ],
  ])('%s on %s: what mends %s mends it', (file, asOf, rule, mend) => {
    expect(findingsOfCase(file, asOf).find((finding) => finding.rule === rule)?.mend).toBe(mend);
  });

  it('F13 is settled by what its mend says', () => {
    const facts = factsOfCase('F13-user-systems-only');
    const [modification] = facts.modifications;
    if (!modification) throw new Error('F13 has a modification');
    const mended = {
      ...facts,
      modifications: [{ ...modification, impacts: ['userSystems' as const, 'dccSystems' as const] }],
    };
    const found = computeReadiness(snapshotOf(mended, '2025-05-01')).findings;
    expect(found.find((finding) => finding.rule === 'tad.published-6-months')?.outcome).toBe('notDue');
  });

  it('waits for nobody until a day that has passed', () => {
    const found = findingsOfCase('S10-left-then-approved', '2026-06-10').find(
      ({ rule }) => rule === 'tad.to-tag-9-months',
    );
    expect([found?.outcome, found?.waitsFor, found?.waitsUntil]).toEqual(['cannotTell', 'DCC', null]);
  });
});

function factsOfCase(file: string) {
  const read = releaseFileSchema.parse(JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')));
  const { format: _, version: __, ...facts } = read;
  return facts;
}

function findingsOfCase(file: string, asOf: string) {
  return computeReadiness(snapshotOf(factsOfCase(file), asOf)).findings;
}
