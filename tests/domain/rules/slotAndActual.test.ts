import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const release = (more: object): FactsInput => ({ release: more as never });

describeRule('type.slot', [
  {
    when: 'a System Release in June',
    facts: {},
    expected: { outcome: 'met', severity: 'warning', basis: 'guidance', clause: '§3' },
    says: 'This is a System Release, as the June 2026 slot asks (§3).',
  },
  {
    when: 'documents in November',
    facts: release({ kind: 'documentation', slot: '2026-11' }),
    expected: {
      outcome: 'notMet',
      mend: 'Record it as a System Release, which may hold documents only (§2), or as ad-hoc.',
      mendAt: 'release:#kind',
    },
    says: 'This is recorded as a Documentation Release; the November 2026 slot is that of a System Release (§3).',
  },
  {
    when: 'a System Release in February, approved for June',
    facts: release({ kind: 'system', slot: '2026-02', goLive: { approvedDate: '2026-06-25' } }),
    expected: { outcome: 'notMet' },
  },
  { when: 'type not stated', facts: release({ kind: null }), expected: { outcome: 'cannotTell' } },
  { when: 'ad-hoc', facts: release({ slot: null }), expected: { outcome: 'notApplicable' } },
]);

const approved = { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-03-12' };
const live = (actualDate: string, more: object = {}) => release({ goLive: { ...approved, actualDate, ...more } });
const moved = (on: string) => ({ from: '2026-06-25', to: '2026-07-02', by: 'CSC', on });
const movedBack = (on: string | null) => ({ from: '2026-07-02', to: '2026-06-25', by: 'CSC', on });
describeRule('golive.actual', [
  {
    when: 'on the approved date',
    facts: live('2026-06-25'),
    asOf: '2026-07-10',
    expected: { outcome: 'met', severity: 'warning', basis: 'reading', clause: '§4.1', slackDays: 0 },
    says: 'Went live on 25 June 2026, the approved date (§4.1).',
  },
  {
    when: 'not, for the CSC turned it down',
    facts: {
      ...release({ goLive: approved }),
      decisions: [{ body: 'CSC', on: '2026-06-10', outcome: 'No', wording: 'It does not go live.' }],
    },
    asOf: '2026-07-10',
    expected: { outcome: 'cannotTell', mendAt: 'release:#goLive.approvedDate' },
    says: 'The day of Go-Live was to be 25 June 2026; the CSC decided “No” on 10 June 2026, and no other date is recorded (§4.1).',
  },
  {
    when: 'up to the latest permitted date',
    facts: live('2026-06-28', { latestPermittedDate: '2026-06-28' }),
    asOf: '2026-07-10',
    expected: { outcome: 'met' },
    says: 'Went live on 28 June 2026, 3 days after the approved date of 25 June 2026; it was permitted until 28 June 2026 (§4.1).',
  },
  {
    when: 'the day after the latest permitted date',
    facts: live('2026-06-29', { latestPermittedDate: '2026-06-28' }),
    asOf: '2026-07-10',
    expected: { outcome: 'notMet', slackDays: -4 },
    says: 'Approved for 25 June 2026, went live on 29 June 2026, 4 days after it; no decision records the change (§4.1).',
  },
  {
    when: 'before the approved date',
    facts: live('2026-06-24'),
    asOf: '2026-07-10',
    expected: { outcome: 'notMet' },
    says: '1 day before it',
  },
  {
    when: 'to another day, by a change that is recorded',
    facts: live('2026-06-28', {
      changes: [{ from: '2026-06-28', to: '2026-06-28', by: 'CSC', on: '2026-06-20' }],
    }),
    asOf: '2026-07-10',
    expected: { outcome: 'met' },
    says: 'the change of 20 June 2026 to that day is recorded',
  },
  {
    when: 'to another day, by a change that was taken back later',
    facts: live('2026-07-02', { changes: [moved('2026-05-01'), movedBack('2026-06-01')] }),
    asOf: '2026-07-10',
    expected: { outcome: 'notMet', slackDays: -7 },
    says: 'Approved for 25 June 2026, went live on 2 July 2026, 7 days after it; the change of 1 May 2026 to that day no longer stood, for on 1 June 2026 the CSC moved Go-Live to 25 June 2026 (§4.1).',
  },
  {
    when: 'to another day, by a change that was taken back and made again',
    facts: live('2026-07-02', { changes: [moved('2026-05-01'), movedBack('2026-06-01'), moved('2026-06-10')] }),
    asOf: '2026-07-10',
    expected: { outcome: 'met' },
    says: 'the change of 10 June 2026 to that day is recorded (§4.1).',
  },
  {
    when: 'to another day, by a change that is older than the approval',
    facts: live('2026-07-02', { approvedOn: '2026-06-01', changes: [moved('2026-05-01')] }),
    asOf: '2026-07-10',
    expected: { outcome: 'notMet' },
    says: 'no longer stood, for on 1 June 2026 the CSC moved Go-Live to 25 June 2026 (§4.1).',
  },
  {
    when: 'to another day, by a change that was taken back on a day that is not recorded',
    facts: live('2026-07-02', { changes: [moved('2026-05-01'), movedBack(null)] }),
    asOf: '2026-07-10',
    expected: { outcome: 'cannotTell', mendAt: 'goLiveChange:?#on' },
    says: 'a change to that day and a change away from it are recorded, and it is not recorded which came last (§4.1).',
  },
  {
    when: 'not live yet, on the day itself',
    facts: live('2026-06-25'),
    asOf: '2026-06-24',
    expected: { outcome: 'notDue', slackDays: 1 },
  },
  {
    when: 'no actual date, the day after',
    facts: release({ goLive: approved }),
    asOf: '2026-06-26',
    expected: { outcome: 'cannotTell', mend: 'Record the day on which it went live.' },
  },
  {
    when: 'live without an approved date',
    facts: release({ goLive: { actualDate: '2026-06-25' } }),
    asOf: '2026-06-26',
    expected: { outcome: 'cannotTell' },
  },
  { when: 'no date at all', facts: release({ slot: null }), expected: { outcome: 'cannotTell' } },
  {
    when: 'a part by itself',
    facts: release({
      goLive: {
        ...approved,
        actualDate: '2026-06-25',
        parts: [
          { what: 'North', date: '2026-06-25' },
          { what: 'South', date: '2026-07-02' },
        ],
      },
    }),
    subject: 'South',
    asOf: '2026-07-02',
    expected: { outcome: 'notMet', mendAt: 'goLivePart:South#date' },
    says: 'South: approved for 25 June 2026, went live on 2 July 2026, 7 days after it; no decision records the change (§4.1).',
  },
]);

describeRule('golive.rule-date', [
  {
    when: 'who in one record, when in another: neither record is whole',
    facts: release({
      goLive: {
        approvedDate: '2026-07-16',
        approvedBy: 'CSC',
        changes: [{ from: '2026-06-25', to: '2026-07-16', by: null, on: '2026-02-11', reason: 'Testing' }],
      },
    }),
    expected: { outcome: 'notMet', mendAt: 'release:#goLive.approvedOn' },
    says: 'and it is not recorded when it was approved (§4.1)',
  },
  {
    when: 'who and when in one change',
    facts: release({
      goLive: {
        approvedDate: '2026-07-16',
        changes: [{ from: '2026-06-25', to: '2026-07-16', by: 'Panel', on: '2026-02-11', reason: 'Testing' }],
      },
    }),
    expected: { outcome: 'met' },
    says: 'approved by the Panel on 11 February 2026 (§4.1 says the CSC): “Testing”.',
  },
]);
