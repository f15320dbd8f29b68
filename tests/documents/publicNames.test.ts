import { describe, expect, it } from 'vitest';
import { publicEdition } from '../../shared/domain/pack/editions/publicEdition.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';

const publicOf = (input: FactsInput) =>
  publicEdition(packSnapshotOf(factsWith(input), '2026-05-01', { edition: 'public' }));

/** A release on which somebody has signed, with one text of its own. */
const signedBy = (by: string, text: string): FactsInput => ({
  submissions: [{ on: '2026-04-01', signedOff: [{ organisation: 'DCC', by, on: '2026-04-01' }] }],
  criteria: [{ reference: 'AC-01', text, owner: 'DCC', selfStatus: 'met', bodies: ['TAG'] }],
});
const shownText = (by: string, text: string) => publicOf(signedBy(by, text)).facts.criteria[0]?.text;

describe('persons in public', () => {
  it.each([
    ['Zoë Łukasiewicz', 'zoe lukasiewicz has it.', '[DCC] has it.'],
    ['Zoë Łukasiewicz', 'ZOE  LUKASIEWICZ has it.', '[DCC] has it.'],
    ['Zoe\u0308 Łukasiewicz', 'Zoë\u00a0Łukasiewicz has it.', '[DCC] has it.'],
    ['Ada Byron', 'Ask Dr. Ada Byron.', 'Ask [DCC].'],
    ['Dr Ada Byron (DCC)', 'Ask Ada Byron now.', 'Ask [DCC] now.'],
    ['Ada Byron', 'As (Ada) Byron said.', 'As ([DCC] said.'],
    ['Ada Byron', 'Byron, Ada agreed.', '[DCC] agreed.'],
    ['Ada Byron', 'A. Byron agreed; A Byron too.', '[DCC] agreed; [DCC] too.'],
    ['Ada Byron', 'Agreed by A.B. today.', 'Agreed by [DCC] today.'],
    ['Ada Byron', 'Agreed (AB).', 'Agreed ([DCC]).'],
    ['Ada Byron', 'Ms Byron will tell.', '[DCC] will tell.'],
    ['Ada Byron', 'Byron will tell.', '[DCC] will tell.'],
    ['Ada Byron', 'Write to ada.byron@example.org.', 'Write to [an e-mail address].'],
    ['Anne-Marie O’Neil', 'anne marie oneil knows.', '[DCC] knows.'],
    ['Ada Byron', 'The Byronic abstract stays, as does a byte.', 'The Byronic abstract stays, as does a byte.'],
  ])('are found as they are written: %s in “%s”', (by, text, wanted) => {
    expect(shownText(by, text)).toBe(wanted);
  });

  it.each([
    'Operations',
    'DCC Service Delivery',
    'OPSG chair',
    'Head of Testing',
    'SECAS',
    'the Operations Group',
    'Panel',
  ])('are not what a part, a group or an organisation is called by: %s', (by) => {
    const text = `${by} readiness is confirmed by ${by}.`;
    const { facts, identity } = publicOf(signedBy(by, text));
    expect(facts.submissions[0]?.signedOff?.[0]?.by).toBe(by);
    expect(facts.criteria[0]?.text).toBe(text);
    expect(identity.leftOut).toEqual([]);
  });

  it('lists every replacement, which stands in brackets', () => {
    const { identity } = publicOf(signedBy('Ada Byron', 'Ada Byron, and again A. Byron.'));
    expect(identity.leftOut).toEqual([
      { record: 'criterion:AC-01', what: '2 names in its text; “[DCC]” stands there.', why: expect.any(String) },
      {
        record: 'submission:2026-04-01',
        what: expect.stringContaining('“[DCC]” stands for it'),
        why: expect.any(String),
      },
    ]);
  });

  it('are not named in a field for a body either, and a body is', () => {
    const views = [
      { body: 'SMKI PMA', criterion: 'AC-01' },
      { body: 'Ada Byron', criterion: 'AC-01' },
    ];
    const { facts } = publicOf({ ...signedBy('DCC', 'It works.'), views });
    expect(facts.views.map((one) => one.body).sort()).toEqual(['SMKI PMA', '[a named person]']);
  });
});

describe('Parties in public', () => {
  it('are found in every text, one of two letters only as it is written', () => {
    const { facts, readiness } = publicOf({
      ...signedBy('DCC', 'EE asked, and so did SO; we see so much.'),
      rid: {
        versions: [{ version: '1.0', issuedOn: '2026-01-01' }],
        comments: ['EE', 'SO'].map((party) => ({ party, on: '2026-02-02', comment: 'Why?' })),
      },
    });
    expect(facts.criteria[0]?.text).toBe('[a Party] asked, and so did [a Party]; we see so much.');
    const told = readiness.findings.filter((one) => one.rule === 'rid.comments-answered');
    expect(told.length).toBe(2);
    expect(told.every((one) => !/\b(EE|SO)\b/.test(JSON.stringify(one)))).toBe(true);
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
});
