import { expect, it } from 'vitest';
import { deedOfChanges } from '../../renderer/stores/deed.ts';
import { wordedKey } from '../../renderer/stores/wordedKey.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import { factsWith } from '../fixtures/facts.ts';

const id = (at: number) => `00000000-0000-4000-8000-00000000000${at}`;

it('says what was done, by the names that people read', () => {
  const facts = factsWith({
    criteria: [{ id: id(1), reference: 'AC-03', text: 'It works.' }],
    views: [{ id: id(2), body: 'TAG', criterion: 'AC-03' }],
  });
  const [criterion] = facts.criteria;
  const edit = { kind: 'criterion' as const, id: id(1), record: { ...criterion, owner: 'DCC', selfStatus: 'met' } };
  expect(deedOfChanges(facts, [edit])).toBe("Owner, Owner's status of criterion AC-03");
  expect(deedOfChanges(facts, [{ ...edit, record: null }])).toBe('the removal of criterion AC-03');
  expect(deedOfChanges(facts, [{ kind: 'risk', id: id(5), record: { title: 'Cutover' } }])).toBe(
    'the new risk Cutover',
  );
  const view = (at: number) => ({ kind: 'view' as const, id: id(at), record: { body: 'TAG', criterion: 'AC-03' } });
  expect(deedOfChanges(facts, [view(2), view(3), view(4)])).toBe('3 views');
  const more = [1, 6].map((at) => ({ ...edit, id: id(at) }));
  expect(deedOfChanges(facts, more)).toBe('2 criteria');
  const item = { kind: 'evidence' as const, id: id(7) };
  const held = factsWith({ evidence: [{ id: id(7), reference: 'EV-001', status: 'accepted', statusBy: 'Ada Byron' }] });
  expect(deedOfChanges(held, [{ ...item, record: { ...held.evidence[0], status: 'submitted', statusBy: 'Bo' } }])).toBe(
    'Status of evidence item EV-001@1',
  );
  expect(deedOfChanges(facts, [])).toBe('the last change');
});

it('tells of the release which field was changed, and no other', () => {
  const facts = factsWith();
  const record = { ...flattenRelease(facts), id: id(9), 'goLive.approvedDate': '2027-06-25' };
  expect(deedOfChanges(facts, [{ kind: 'release', id: id(9), record }])).toBe('Approved Go-Live date of the release');
});

it('an exception is called by its rule’s title, never by its code', () => {
  expect(wordedKey('exception', 'scope.system-12-months MP150')).toBe(
    `to “${rules.find(({ id }) => id === 'scope.system-12-months')?.title}” MP150`,
  );
  expect(wordedKey('exception', 'tad.published-6-months')).not.toContain('tad.');
  expect(wordedKey('criterion', 'AC-01')).toBe('AC-01');
});

it('a view and a maximum are called as people call them, and nothing by a stroke', () => {
  expect(wordedKey('view', 'TAG/AC-01')).toBe('TAG on AC-01');
  expect(wordedKey('issueThreshold', 'all/1')).toBe('every phase, severity 1');
  expect(wordedKey('issueThreshold', 'SIT A/B/?')).toBe('SIT A/B, no severity');
});
