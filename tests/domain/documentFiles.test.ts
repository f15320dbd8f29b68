import { expect, it } from 'vitest';
import { documentsOf } from '../../shared/domain/records/documentFiles.ts';
import { traysOf } from '../../shared/domain/records/evidenceStanding.ts';
import { factsWith } from '../fixtures/facts.ts';

it('the file of a version is known by its item, whichever of its versions is named, and waits for no criterion', () => {
  const facts = factsWith({
    rid: { versions: [{ version: '1.0' }, { version: '2.0', document: 'EV-002@1' }] },
    tad: { versions: [{ document: 'EV-003' }] },
    evidence: ['EV-001', 'EV-002', 'EV-003'].map((reference) => ({ reference, criteria: [], status: 'submitted' })),
  });
  const documents = documentsOf(facts);
  expect([...documents]).toEqual([
    ['EV-002', 'RID 2.0'],
    ['EV-003', 'TAD'],
  ]);
  const unlinked = facts.evidence.filter((item) =>
    traysOf(item, 'submitted', documents.has(item.reference)).includes('unlinked'),
  );
  expect(unlinked.map(({ reference }) => reference)).toEqual(['EV-001']);
});
