import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { wordsSection } from '../../shared/domain/pack/sections/wordsAndBodies.ts';
import { factsShownOn } from '../../shared/domain/readiness/factsShownOn.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';
import { type FactsInput, factsWith, onlyOf } from '../fixtures/facts.ts';

const documents: FactsInput = { modifications: [{ reference: 'MP1', impacts: ['secDocuments'], inScope: true }] };

describe('a scope decision with a date and nothing stated that it sets', () => {
  const scopeDecisions = [{ body: 'CSC', on: '2025-06-23' }];

  it('is told as such once its day has passed, and is where the finding is mended', () => {
    const found = onlyOf('scope.documents-6-months', { ...documents, scopeDecisions }, '2026-03-01');
    expect(found).toMatchObject({
      outcome: 'cannotTell',
      sentence:
        'Cannot tell when the full scope was set, for it is not stated what the decision of 23 June 2025 sets (§4.3); it was due 25 December 2025.',
      mend: 'State what the decision of 23 June 2025 sets the scope of.',
      mendAt: { kind: 'scopeDecision', field: 'sets' },
      waitsFor: 'SECAS',
    });
  });

  it('is told besides while the day lies ahead, and not where another decision set that scope', () => {
    const ahead = onlyOf('scope.documents-6-months', { ...documents, scopeDecisions }, '2025-08-01');
    expect(ahead).toMatchObject({ outcome: 'notDue', mendAt: { field: 'sets' } });
    expect(ahead.sentence).toMatch(/ It is not stated what the decision of 23 June 2025 sets\.$/);
    const set = [...scopeDecisions, { body: 'CSC', on: '2025-07-01', sets: 'all' as const }];
    expect(onlyOf('scope.documents-6-months', { ...documents, scopeDecisions: set }, '2026-03-01').outcome).toBe('met');
  });
});

describe('a modification as it is shown on an earlier day', () => {
  const facts = factsWith({
    modifications: [
      {
        reference: 'MP202',
        status: 'approved',
        approvedOn: '2026-06-01',
        implementationDate: '2027-06-24',
        implementationDateSet: { body: 'CSC', on: '2026-06-01' },
      },
      { reference: 'MP203', status: 'withdrawn', inScope: false, removedFromScopeOn: '2026-06-01' },
      { reference: 'MP204', status: 'approved', approvedOn: '2026-01-01', implementationDate: '2027-06-24' },
    ],
  });
  const shown = (day: string) => factsShownOn(facts, calendarDate(day)).modifications;

  it('has neither an approval nor a date nor a fall that came later', () => {
    const [approved, fallen, before] = shown('2026-05-01');
    expect(approved).toMatchObject({ status: null, approvedOn: null, implementationDate: null });
    expect(fallen).toMatchObject({ status: null });
    expect(before).toEqual(facts.modifications[2]);
  });

  it('is itself from that day on', () => {
    expect(shown('2026-06-01')).toEqual(facts.modifications);
  });
});

describe('sentences', () => {
  it('the RID is asked to take in what was approved or changed, by its name', () => {
    const found = onlyOf(
      'rid.current',
      {
        modifications: [{ reference: 'MP164', addedToScopeOn: '2026-02-01' }],
        rid: { versions: [{ version: '1.0', issuedOn: '2026-01-01' }] },
      },
      '2026-03-01',
    );
    expect(found.mend).toMatch(/^Issue a version of the RID that takes in that MP164 .*, and record its date\.$/);
  });

  it('one duty has one name in every rule', () => {
    const rule = rules.find(({ id }) => id === 'scope.documents-6-months');
    expect(rule?.title).toBe('Full scope set six months before');
    for (const { title, meaning } of rules) expect(`${title} ${meaning}`).not.toMatch(/document-only scope/i);
  });
});

describe('a reference that is written in another way', () => {
  it('names the same modification where a part of it is not live', () => {
    const found = onlyOf(
      'scope.implementation-date',
      {
        release: { notLive: [{ modification: 'MP203', what: 'CSP part', until: 'June 2027' }] },
        modifications: [{ reference: 'mp 203', inScope: true, implementationDate: '2027-06-24' }],
      },
      '2026-03-01',
    );
    expect(found.sentence).toContain('CSP part');
  });
});

it('cites the guidance in the words of the pack for nothing that it does not say', () => {
  const said = JSON.stringify(wordsSection());
  expect(said).toContain(
    'The Testing Approach Document: the testing by the DCC, and how User testing is carried out (§5.1).',
  );
  expect(said).not.toMatch(/maximum/);
  expect(said).toContain('as well as those that impact SEC documents only, and may hold these alone');
});
