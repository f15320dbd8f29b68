import { expect, it } from 'vitest';
import { freshRecord } from '../../renderer/places/freshRecord.ts';
import { factsWith } from '../fixtures/facts.ts';

it('a new version of the RID or the TAD begins with what the last one holds, and with nothing else of it', () => {
  const facts = factsWith({
    rid: {
      versions: [
        { version: '1.0', contains: ['cost'] },
        { version: '2.0', contains: ['cost', 'tad'], issuedOn: '2026-01-02' },
      ],
    },
    tad: { versions: [{ version: '1.0', coversDccTesting: true, publishedOn: '2025-12-01' }] },
  });
  expect(freshRecord('ridVersion', null, facts)).toEqual({ version: null, contains: ['cost', 'tad'] });
  expect(freshRecord('tadVersion', null, facts)).toEqual({ version: null, coversDccTesting: true });
  expect(freshRecord('tadVersion', null, factsWith())).toEqual({ version: '1.0' });
});

it('a submission is for the next meeting of the CSC that none was for, and its decision is of that meeting', () => {
  const meetings = [
    { body: 'CSC', on: '2026-06-10' },
    { body: 'TAG', on: '2026-05-06' },
    { body: 'Change Sub-Committee', on: '2026-05-13' },
  ];
  expect(freshRecord('submission', null, factsWith({ meetings }))).toEqual({ meeting: '2026-05-13' });
  const submissions = [{ on: '2026-05-06', meeting: '2026-05-13', presentedBy: ['SECAS', 'DCC'] }];
  const facts = factsWith({ meetings, submissions });
  expect(freshRecord('submission', null, facts)).toEqual({ meeting: '2026-06-10', presentedBy: ['SECAS', 'DCC'] });
  expect(freshRecord('decision', null, facts)).toEqual({ body: 'CSC', on: '2026-05-13' });
  expect(freshRecord('decision', null, factsWith())).toEqual({ body: 'CSC', on: null });
});
