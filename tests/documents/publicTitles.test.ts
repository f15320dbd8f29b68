import { describe, expect, it } from 'vitest';
import { publicEdition } from '../../shared/domain/pack/editions/publicEdition.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';

const publicOf = (input: FactsInput) =>
  publicEdition(packSnapshotOf(factsWith(input), '2026-05-01', { edition: 'public' }));
const shownText = (text: string) => publicOf({ criteria: [{ reference: 'AC-01', text }] }).facts.criteria[0]?.text;

describe('dates, counts and versions in public', () => {
  it.each([
    'On 05 11 2026 and 2026-11-05.',
    '01 of 100 000 000 meters; version 0.12.3',
    `${'0123456789abcdef'.repeat(4)}`,
  ])('are no phone numbers: %s', (text) => {
    expect(shownText(text)).toBe(text);
  });
});

describe('what is withheld', () => {
  const item = (reference: string, more: object) => ({ reference, title: `Title of ${reference}`, ...more });

  it('keeps its title and mark, unless the item itself is marked as public', () => {
    const { facts } = publicOf({
      evidence: [
        item('EV-1', { withheld: true }),
        item('EV-2', { withheld: true, classification: 'TLP:RED' }),
        item('EV-3', { withheld: true, classification: 'TLP:CLEAR' }),
        item('EV-4', { classification: 'TLP:AMBER' }),
        item('EV-5', {}),
      ],
    });
    expect(facts.evidence.map((one) => [one.title, one.classification])).toEqual([
      ['(not published)', null],
      ['(not published)', '(not published)'],
      ['Title of EV-3', 'TLP:CLEAR'],
      ['(not published)', '(not published)'],
      ['Title of EV-5', null],
    ]);
  });

  it('keeps its title in every text too, but for words that the criteria use themselves', () => {
    const { facts, identity } = publicOf({
      criteria: [
        {
          reference: 'AC-01',
          text: 'The SIT exit report is signed.',
          rationale: 'Waits for EV-1 zebra  Vulnerability.',
        },
        { reference: 'AC-02', text: 'Tested.', rationale: 'The SIT exit report says so; its Audit, too.' },
      ],
      evidence: [
        { reference: 'EV-1', title: 'Zebra vulnerability', withheld: true },
        { reference: 'EV-2', title: 'SIT exit report', classification: 'TLP:AMBER' },
        { reference: 'EV-3', title: 'Audit', withheld: true },
      ],
    });
    expect(facts.criteria.map(({ text, rationale }) => [text, rationale])).toEqual([
      ['The SIT exit report is signed.', 'Waits for EV-1 [a title that is not published].'],
      ['Tested.', 'The SIT exit report says so; its Audit, too.'],
    ]);
    expect(identity.leftOut).toContainEqual({
      record: 'criterion:AC-01',
      what: '1 title of evidence in its rationale; “[a title that is not published]” stands there.',
      why: 'The item is withheld, or its mark does not let it go to everybody.',
    });
  });
});
