import { expect, it } from 'vitest';
import { computeCoverage } from '../../../shared/domain/coverage/computeCoverage.ts';
import { asked, view } from '../../fixtures/asked.ts';
import { factsWith, snapshotOf } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

/* What changed since a body answered, and was put to it again: with a question, a deferral, or before that answer. */

const item = (version: number, more: object = {}) => ({
  reference: 'EV-1',
  version,
  criteria: ['AC-01'],
  status: 'accepted',
  ...more,
});
const stamp = (...versions: number[]) => ({
  sawText: 'Text',
  saw: versions.map((version) => ({ evidence: `EV-1@${version}`, sha256: null })),
});
const supported = view({ askedOn: '2026-03-20', on: '2026-04-01', ...stamp(1) });
const question = (more: object) => view({ position: null, on: null, askedOn: '2026-04-10', ...more });
const both = [item(1), item(2)];
const seen = (evidence: readonly object[], ...views: object[]) => asked(['TAG'], views, { facts: { evidence } });
const deferred = view({ position: 'deferred', askedOn: '2026-04-10', on: '2026-04-20', ...stamp(2) });

describeRule('input.fresh', [
  {
    when: 'the new version was put again, and has no answer',
    facts: seen(both, supported, question(stamp(2))),
    expected: { outcome: 'notMet', waitsFor: 'TAG' },
    says: /^TAG supported EV-1 version 1; version 2 was put to TAG on 10 April 2026, no answer yet\.$/,
  },
  {
    when: 'it was put again without a record of what was shown',
    facts: seen(both, supported, question({})),
    expected: { outcome: 'notMet', waitsFor: 'TAG' },
    says: 'TAG supported EV-1 version 1; it is not recorded whether version 2 was put to TAG on 10 April 2026.',
  },
  {
    when: 'it was put again with the old version',
    facts: seen(both, supported, question(stamp(1))),
    expected: { outcome: 'notMet', waitsFor: 'SECAS' },
    says: 'version 2 has not been put to TAG.',
  },
  {
    when: 'the present wording was put again',
    facts: seen([], view({ sawText: 'Old', saw: [], on: '2026-04-01' }), question({ sawText: 'Text', saw: [] })),
    expected: { outcome: 'notMet', waitsFor: 'TAG' },
    says: 'an earlier wording of the criterion; the present wording was put to TAG on 10 April 2026, no answer yet.',
  },
  {
    when: 'new evidence was put again',
    facts: seen([item(1)], view({ ...stamp(), on: '2026-04-01' }), question(stamp(1))),
    expected: { outcome: 'notMet', waitsFor: 'TAG' },
    says: 'TAG supported AC-01 on 1 April 2026; EV-1 version 1 was put to TAG on 10 April 2026, no answer yet.',
  },
  {
    when: 'one of two changes was put again',
    facts: seen([...both, item(1, { reference: 'EV-2' })], supported, question(stamp(2))),
    expected: { outcome: 'notMet', waitsFor: 'SECAS' },
    says: 'version 2 was put to TAG on 10 April 2026, no answer yet. EV-2 version 1 has not been put to TAG.',
  },
  {
    when: 'the version that the body saw was rejected, and it had supported the one that stands again',
    facts: seen(
      [item(2), item(3, { status: 'rejected' })],
      view({ askedOn: '2026-03-01', on: '2026-03-05', ...stamp(2) }),
      view({ askedOn: '2026-03-20', on: '2026-04-01', ...stamp(3) }),
    ),
    expected: { outcome: 'notMet', waitsFor: 'SECAS' },
    says: 'TAG supported EV-1 version 3, which has since been rejected; version 2 was put to TAG on 1 March 2026, and TAG supported it on 5 March 2026.',
  },
  {
    when: 'the body deferred its view on the new version: its support is of the old one',
    facts: seen(both, supported, deferred),
    expected: { outcome: 'notMet', waitsFor: 'TAG' },
    says: 'TAG supported EV-1 version 1; version 2 was put to TAG on 10 April 2026, and TAG deferred its view on it on 20 April 2026.',
  },
  {
    when: 'the body deferred its view, and what it supported has not changed',
    facts: seen([item(1)], supported, view({ position: 'deferred', on: '2026-04-20', ...stamp() })),
    expected: { outcome: 'met' },
  },
]);

it('shows a view as stale by the answer that stands, not by a later deferral', () => {
  const { rows } = computeCoverage(snapshotOf(factsWith(seen(both, supported, deferred)), '2026-05-01'));
  expect(rows.find(({ criterion }) => criterion === 'AC-01')?.views).toEqual([
    { body: 'TAG', position: 'supports', asked: false, stale: true },
  ]);
});
