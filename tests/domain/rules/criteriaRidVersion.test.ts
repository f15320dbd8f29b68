import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const taken = (ridVersion: string | null, ...versions: object[]): FactsInput =>
  ({ criteria: [{ reference: 'AC-01', selfStatus: 'met', ridVersion }], rid: { versions } }) as never;
const rid = (version: string, issuedOn: string) => ({ version, issuedOn });
describeRule('criteria.rid-version', [
  {
    when: 'no version named',
    facts: taken(null, rid('1.0', '2026-01-10')),
    expected: { outcome: 'notApplicable', severity: 'advice', basis: 'reading', clause: '§5.1' },
  },
  {
    when: 'the current one, typed otherwise',
    facts: taken('v1', rid('1.0', '2026-01-10')),
    expected: { outcome: 'met', subject: 'AC-01', restsOn: ['criterion:AC-01', 'ridVersion:1.0'] },
    says: 'AC-01: taken from RID version 1, the current one (§5.1).',
  },
  {
    when: 'an older one',
    facts: taken('1.0', rid('1.0', '2026-01-10'), rid('2.0', '2026-03-01')),
    expected: {
      outcome: 'notMet',
      mend: 'Compare AC-01 with RID version 2.0, and record that version.',
      mendAt: 'criterion:AC-01#ridVersion',
    },
    says: 'AC-01: taken from RID version 1.0, and the current one is RID version 2.0 (§5.1).',
  },
  {
    when: 'a tenth version is newer than the second',
    facts: taken('2.0', rid('2.0', '2026-01-10'), rid('10.0', '2026-03-01')),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'the newer one is issued after the as-of date',
    facts: taken('1.0', rid('1.0', '2026-01-10'), rid('2.0', '2026-05-02')),
    expected: { outcome: 'met' },
  },
  {
    when: 'a newer one than is issued',
    facts: taken('3.0', rid('2.0', '2026-03-01')),
    expected: { outcome: 'cannotTell' },
    says: 'AC-01: taken from RID version 3.0; cannot tell whether that is the current one: the latest issued is RID version 2.0 (§5.1).',
  },
  { when: 'no RID recorded', facts: taken('1.0'), expected: { outcome: 'cannotTell', mendAt: 'ridVersion:#version' } },
]);
