import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const criterion = (more: object = {}) =>
  ({ reference: 'AC-01', text: 'Testing is complete', owner: 'DCC', selfStatus: 'met', ...more }) as never;
const item = (more: object = {}) =>
  ({ reference: 'EV-001', version: 1, criteria: ['AC-01'], status: 'accepted', ...more }) as never;
const withCriterion = (more: object, rest: FactsInput = {}): FactsInput => ({ criteria: [criterion(more)], ...rest });

const threshold = (more: object = {}) => ({
  phase: 'SIT',
  severity: 2,
  maximumOpen: 0,
  source: 'TAD v2.0 §7',
  criterion: 'AC-01',
  ...more,
});
const issue = (reference: string, more: object = {}) => ({ reference, phase: 'SIT', severity: 2, open: true, ...more });
const counted = (max: object, ...testIssues: object[]): FactsInput =>
  withCriterion({}, { issueThresholds: [threshold(max)], testIssues });
describeRule('criteria.consistent', [
  {
    when: 'two open against none',
    facts: counted({}, issue('I-1'), issue('I-2')),
    expected: { outcome: 'notMet', subject: 'AC-01', severity: 'blocker', basis: 'reading' },
    says: 'AC-01: met, yet 2 open severity-2 issues against a maximum of 0 in SIT (TAD v2.0 §7) (§5.3).',
  },
  {
    when: 'as many as the maximum',
    facts: counted({ maximumOpen: 2 }, issue('I-1'), issue('I-2')),
    expected: { outcome: 'met' },
  },
  {
    when: 'one more than the maximum',
    facts: counted({ maximumOpen: 1 }, issue('I-1'), issue('I-2')),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'one less than the maximum',
    facts: counted({ maximumOpen: 3 }, issue('I-1'), issue('I-2')),
    expected: { outcome: 'met' },
  },
  {
    when: 'closed, of another phase or severity',
    facts: counted({}, issue('I-1', { open: false }), issue('I-2', { phase: 'UIT' }), issue('I-3', { severity: 1 })),
    expected: { outcome: 'met' },
  },
  {
    when: 'the maximum names no phase',
    facts: counted({ phase: null }, issue('I-2', { phase: 'UIT' })),
    expected: { outcome: 'notMet' },
    says: 'met, yet 1 open severity-2 issue against a maximum of 0',
  },
  {
    when: 'an issue of unknown state',
    facts: counted({}, issue('I-1', { open: null })),
    expected: { outcome: 'cannotTell' },
    says: '1 issue of which the state, the severity or the phase is not stated',
  },
  {
    when: 'an open issue of unknown severity',
    facts: counted({}, issue('I-1', { severity: null })),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'no maximum stated',
    facts: counted({ maximumOpen: null }, issue('I-1')),
    expected: { outcome: 'cannotTell' },
    says: 'AC-01: met; cannot tell whether the numbers agree: the maximum cited for it in SIT names no number (TAD v2.0 §7) (§5.3).',
  },
  {
    when: 'no severity stated',
    facts: counted({ severity: null }),
    expected: { outcome: 'cannotTell' },
    says: 'the maximum cited for it in SIT names no severity (TAD v2.0 §7) (§5.3).',
  },
  {
    when: 'a phase that nobody has, by a typing error',
    facts: counted({ phase: 'Regresion' }, issue('I-1', { phase: 'Regression' })),
    expected: { outcome: 'cannotTell', subject: 'AC-01', mendAt: 'issueThreshold:Regresion/2#phase' },
    says: 'AC-01: met; cannot tell whether the numbers agree: the maximum cited for it names the phase Regresion, which no test phase and no issue has (TAD v2.0 §7) (§5.3).',
  },
  {
    when: 'a phase without an issue, recorded as a test phase',
    facts: { ...counted({}), testPhases: [{ name: ' sit ' }] },
    expected: { outcome: 'met' },
  },
  {
    when: 'a severity beyond the scale in use',
    facts: counted({ severity: 9 }, issue('I-1', { severity: 3 })),
    expected: { outcome: 'cannotTell', mendAt: 'issueThreshold:SIT/9#severity' },
    says: 'the maximum cited for it in SIT names severity 9, and no issue goes beyond 3 (TAD v2.0 §7) (§5.3).',
  },
  {
    when: 'a graver severity than any issue has',
    facts: counted({ severity: 1 }, issue('I-1', { severity: 3 })),
    expected: { outcome: 'met' },
  },
  {
    when: 'a criterion that nobody has',
    facts: withCriterion({}, { issueThresholds: [threshold({ criterion: 'AC-10' })], testIssues: [issue('I-1')] }),
    expected: { outcome: 'cannotTell', subject: 'AC-10', mendAt: 'issueThreshold:SIT/2#criterion' },
    says: 'AC-10: cannot tell which criterion is meant, for none has this reference; a maximum of 0 open severity-2 issues in SIT (TAD v2.0 §7) is cited for it (§5.3).',
  },
  {
    when: 'no claim',
    facts: withCriterion({ selfStatus: 'inProgress' }, { issueThresholds: [threshold()], testIssues: [issue('I-1')] }),
    expected: { outcome: 'notApplicable' },
  },
  { when: 'no maximum cited', facts: withCriterion({}), expected: { outcome: 'notApplicable' } },
]);

describeRule('criteria.owned-and-assessed', [
  { when: 'both', facts: withCriterion({}), expected: { outcome: 'met', basis: 'practice' } },
  {
    when: 'no owner',
    facts: withCriterion({ owner: ' ' }),
    expected: { outcome: 'notMet', mendAt: 'criterion:AC-01#owner' },
    says: 'AC-01: no owner (practice).',
  },
  {
    when: 'no status',
    facts: withCriterion({ selfStatus: null }),
    expected: { outcome: 'notMet', mendAt: 'criterion:AC-01#selfStatus' },
  },
  {
    when: 'not applicable without a rationale',
    facts: withCriterion({ selfStatus: 'notApplicable' }),
    expected: { outcome: 'notMet', mendAt: 'criterion:AC-01#rationale' },
  },
  { when: 'no criterion', facts: {}, expected: { outcome: 'notApplicable' } },
]);

const needing = (needs: object, ...evidence: object[]): FactsInput =>
  withCriterion({ needs }, { evidence: evidence.map(item) as never });
describeRule('criteria.sufficient', [
  {
    when: 'as many as asked',
    facts: needing({ minimumItems: 1 }, {}),
    expected: { outcome: 'met', basis: 'practice', clause: null, severity: 'warning' },
  },
  {
    when: 'one too few',
    facts: needing({ minimumItems: 2 }, {}),
    expected: { outcome: 'notMet' },
    says: 'AC-01: its evidence lacks 1 accepted item (practice).',
  },
  { when: 'the kind', facts: needing({ kinds: ['report'] }, { kind: 'Report' }), expected: { outcome: 'met' } },
  {
    when: 'another kind',
    facts: needing({ kinds: ['report'] }, { kind: 'log' }),
    expected: { outcome: 'notMet' },
    says: 'an accepted item of kind report',
  },
  { when: 'kind not stated', facts: needing({ kinds: ['report'] }, {}), expected: { outcome: 'cannotTell' } },
  {
    when: 'effective on the day',
    facts: needing({ effectiveOnOrAfter: '2026-04-01' }, { effectiveOn: '2026-04-01' }),
    expected: { outcome: 'met' },
  },
  {
    when: 'effective the day before',
    facts: needing({ effectiveOnOrAfter: '2026-04-01' }, { effectiveOn: '2026-03-31' }),
    expected: { outcome: 'notMet' },
    says: '1 accepted item effective on or after 1 April 2026',
  },
  {
    when: 'effective date not recorded',
    facts: needing({ effectiveOnOrAfter: '2026-04-01' }, {}),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'effective date not recorded, of the kind',
    facts: needing({ effectiveOnOrAfter: '2026-04-01', kinds: ['report'] }, { kind: 'Report' }),
    expected: { outcome: 'cannotTell' },
    says: /its evidence is what it asks for: the effective date of EV-001 version 1 is not recorded \(practice\)\.$/,
  },
  {
    when: 'neither effective date nor kind recorded',
    facts: needing({ effectiveOnOrAfter: '2026-04-01', kinds: ['report'] }, {}),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'effective date not recorded, of another kind',
    facts: needing({ effectiveOnOrAfter: '2026-04-01', kinds: ['report'] }, { kind: 'log' }),
    expected: { outcome: 'notMet' },
    says: 'an accepted item of kind report',
  },
  {
    when: 'effective date not recorded, independent',
    facts: needing({ effectiveOnOrAfter: '2026-04-01', independent: true }, { independent: true }),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'effective date not recorded, not independent',
    facts: needing({ effectiveOnOrAfter: '2026-04-01', independent: true }, { independent: false }),
    expected: { outcome: 'notMet' },
    says: 'an independent item',
  },
  {
    when: 'of the kind, but too old',
    facts: needing(
      { effectiveOnOrAfter: '2026-01-01', kinds: ['report'] },
      { kind: 'Report', effectiveOn: '2025-12-01' },
      { reference: 'EV-002', kind: 'log', effectiveOn: '2026-02-01' },
    ),
    expected: {
      outcome: 'notMet',
      mend: 'Add an accepted item of kind report effective on or after 1 January 2026 for AC-01.',
    },
    says: 'AC-01: its evidence lacks an accepted item of kind report effective on or after 1 January 2026; EV-001 version 1 (effective on 1 December 2025) is too old (practice).',
  },
  {
    when: 'independent and of the kind, but too old',
    facts: needing(
      { effectiveOnOrAfter: '2026-01-01', kinds: ['report'], independent: true },
      { kind: 'Report', effectiveOn: '2025-12-01', independent: true },
      { reference: 'EV-002', kind: 'Report', effectiveOn: '2025-12-02', independent: false },
      { reference: 'EV-003', kind: 'log', effectiveOn: '2026-02-01', independent: false },
    ),
    expected: { outcome: 'notMet' },
    says: 'an independent item effective on or after 1 January 2026; EV-001 version 1 (effective on 1 December 2025) and EV-002 version 1 (effective on 2 December 2025) are too old (practice).',
  },
  {
    when: 'fewer than asked, one of them without a date',
    facts: needing({ minimumItems: 3, effectiveOnOrAfter: '2026-01-01' }, {}),
    expected: {
      outcome: 'notMet',
      mend: 'Add at least 2 accepted items effective on or after 1 January 2026 for AC-01, and record the effective date of EV-001 version 1.',
    },
    says: 'AC-01: its evidence lacks at least 2 accepted items effective on or after 1 January 2026; and the effective date of EV-001 version 1 is not recorded (practice).',
  },
  { when: 'independent', facts: needing({ independent: true }, { independent: true }), expected: { outcome: 'met' } },
  {
    when: 'not independent',
    facts: needing({ independent: true }, { independent: false }),
    expected: { outcome: 'notMet' },
  },
  { when: 'independence not stated', facts: needing({ independent: true }, {}), expected: { outcome: 'cannotTell' } },
  {
    when: 'too few, but no claim yet',
    facts: withCriterion({ selfStatus: 'inProgress', needs: { minimumItems: 1 } }),
    expected: { outcome: 'notDue' },
  },
  {
    when: 'too few in the final pack',
    facts: withCriterion({ selfStatus: 'inProgress', needs: { minimumItems: 1 } }),
    options: { final: true },
    expected: { outcome: 'notMet' },
  },
  { when: 'no needs stated', facts: withCriterion({}), expected: { outcome: 'notApplicable' } },
  { when: 'no item asked for', facts: needing({ minimumItems: 0 }), expected: { outcome: 'notApplicable' } },
  { when: 'no kind asked for', facts: needing({ kinds: [] }), expected: { outcome: 'notApplicable' } },
]);
