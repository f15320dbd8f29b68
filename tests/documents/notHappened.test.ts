import { describe, expect, it } from 'vitest';
import { type Block, type Inline, type Section, spansOf, type Table } from '../../shared/domain/pack/blocks.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';

/** A section of the pack of these facts, as of 1 May 2026. */
function sectionOf(id: string, input: FactsInput): Section {
  const found = buildPackModel(packSnapshotOf(factsWith(input))).sections.find((one) => one.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
}

const told = (text: Inline) =>
  spansOf(text)
    .map((span) => span.text)
    .join('')
    .replaceAll('\u00a0', ' ');

function tableIn({ blocks }: Section, caption: string): readonly (readonly string[])[] {
  const found = blocks.find((block): block is Table => block.kind === 'table' && block.caption === caption);
  return (found?.rows ?? []).map((row) => row.map(({ text, below }) => `${told(text)} / ${told(below ?? '')}`.trim()));
}

function paragraphsIn({ blocks }: Section): readonly string[] {
  return blocks.flatMap((block: Block) => (block.kind === 'paragraph' ? [told(block.text)] : []));
}

describe('the scope', () => {
  const inScope = { reference: 'MP1', inScope: true, addedToScopeOn: '2025-01-01', implementationDate: '2026-06-25' };

  it('does not tell as left what has a decision still to come', () => {
    const implementationDateSet = { body: 'CSC', on: '2026-05-28' };
    const section = sectionOf('scope', { modifications: [{ ...inScope, implementationDateSet }] });
    expect(paragraphsIn(section)[0]).toContain('1 modification in scope; 0 left the scope.');
    expect(tableIn(section, 'Modifications that left the scope')).toEqual([]);
    expect(tableIn(section, 'Modifications in scope')[0]?.[3]).toBe(
      '25 June 2026 / set by the CSC, 28 May 2026 (after 1 May 2026: not yet)',
    );
  });

  it('does not tell as left what is to join', () => {
    const lateAddition = { body: 'CSC', on: '2026-05-20', reason: 'Needed.' };
    const joins = { ...inScope, addedToScopeOn: '2026-05-20', lateAddition };
    const section = sectionOf('scope', { modifications: [joins] });
    expect(paragraphsIn(section)[0]).toContain('0 modifications in scope, 1 recorded to join later; 0 left the scope.');
    expect(tableIn(section, 'Late additions')[0]?.[1]).toBe('20 May 2026 (after 1 May 2026: not yet) /');
  });

  it('tells as left what was removed, whatever is still to come of it, and nothing that was only begun', () => {
    const implementationDateSet = { body: 'CSC', on: '2026-05-28' };
    const left = { ...inScope, inScope: false, addedToScopeOn: '2026-06-01', implementationDateSet };
    const section = sectionOf('scope', { modifications: [left, { reference: 'New modification 1' }] });
    const rows = tableIn(section, 'Modifications that left the scope');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[1]).toContain('joins 1 June 2026');
  });
});

describe('what is only listed as out of the scope', () => {
  const inIt = { reference: 'MP1', inScope: true, addedToScopeOn: '2025-01-01' };
  const never = { reference: 'MP2', inScope: false };
  const left = { reference: 'MP3', inScope: false, removalReason: 'In the list of May, not in that of June.' };

  it('is not told to have left it', () => {
    const section = sectionOf('scope', { modifications: [inIt, never, left] } as FactsInput);
    expect(paragraphsIn(section)[0]).toContain('1 modification in scope; 1 left the scope, 1 listed as out of it.');
    const rows = tableIn(section, 'Modifications that are out of the scope');
    expect(rows.map((row) => row[2])).toEqual(['not recorded to have been in it /', 'not recorded /']);
  });
});

describe('evidence', () => {
  const accepted = { version: 1, criteria: ['AC-1'], by: 'Ada Byron', organisation: 'SECAS', on: '2026-05-20' };
  const item = { reference: 'EV-1', criteria: ['AC-1'], status: 'accepted', statusBy: 'SECAS', addedOn: '2026-04-01' };
  const criteria = [{ reference: 'AC-1', text: 'Testing has ended.' }];

  it('is not accepted before the day of its acceptance, which is told as to come', () => {
    const facts = { criteria, evidence: [{ ...item, accepted }] } as FactsInput;
    const [[registered] = []] = tableIn(sectionOf('evidence', facts), 'Evidence with versions and SHA-256');
    expect(registered).toContain('Submitted acceptance recorded: accepted by SECAS; accepted by Ada Byron, SECAS, on ');
    expect(registered).toContain('on 20 May 2026 (after 1 May 2026: not yet), for EV-1@1');
    expect(registered).not.toContain('Accepted');
    const [row = []] = tableIn(sectionOf('criteria', facts), 'Evidence');
    expect(row[2]).toContain('Submitted');
    expect(row[2]).toContain('acceptance recorded: 20 May 2026 (after 1 May 2026: not yet)');
    expect(row[2]).not.toContain('Accepted');
  });

  it('is told not to be effective yet, or to be added, rather than to be an older version', () => {
    const versions = [{ effectiveOn: '2026-05-20' }, { addedOn: '2026-05-20' }, { status: 'withdrawn' }];
    const evidence = versions.map((one, at) => ({ ...item, reference: `EV-${at + 1}`, ...one }));
    const facts = { criteria, evidence } as FactsInput;
    const states = tableIn(sectionOf('criteria', facts), 'Evidence').map((row) => row[2]);
    expect(states[0]).toContain('not effective yet');
    expect(states[1]).toBe('○ To be added / 20 May 2026 (after 1 May 2026: not yet)');
    expect(states[2]).toContain('not the current version');
    const registered = tableIn(sectionOf('evidence', facts), 'Evidence with versions and SHA-256');
    expect(registered[0]?.[1]).toContain('effective from 20 May 2026');
    expect(registered[1]?.[0]).toBe('EV-2@1 / ○ To be added status recorded: accepted by SECAS');
  });
});

describe('the comments of readers', () => {
  const comment = { author: 'Zoë Łuka', on: '2026-04-20', text: 'Which window?', answer: 'At night.', closed: true };

  it('are open till the day of their answer, and counted from their own', () => {
    const comments = [
      { ...comment, answeredOn: '2026-05-20' },
      { ...comment, on: '2026-05-20' },
    ];
    const section = sectionOf('consultation', { comments });
    expect(paragraphsIn(section)).toContain('1 comment, 1 open; 1 recorded for a later day.');
    const rows = tableIn(section, 'Comments of readers');
    const open = rows.find(([by]) => by?.includes('20 April 2026'));
    expect(open?.[3]).toContain('No answer yet');
    expect(open?.[3]).toContain('answer recorded: “At night.”, closed 20 May 2026 (after 1 May 2026: not yet)');
  });
});

describe('views', () => {
  const criteria = [{ reference: 'AC-1', text: 'Testing has ended.', bodies: ['OPSG'] }];
  const viewsOf = (views: readonly object[]) =>
    tableIn(sectionOf('criteria', { criteria, views } as FactsInput), 'Views on AC-1');
  const view = { criterion: 'AC-1', body: 'OPSG', position: 'supports' };

  it('that are still to come are later ones, those that were replaced earlier ones', () => {
    const rows = viewsOf([
      { ...view, on: '2026-04-01', position: 'deferred' },
      { ...view, on: '2026-04-20' },
      { ...view, on: '2026-05-22', askedOn: '2026-05-10' },
    ]);
    expect(rows.map(([body]) => body)).toEqual(['OPSG /', 'OPSG / earlier', 'OPSG / later']);
    expect(rows[2]?.[1]).toContain('after 1 May 2026: not yet');
    expect(rows[2]?.[3]).toContain('22 May 2026 (after 1 May 2026: not yet)');
  });

  it('that stand are not told again for a question that is dated later', () => {
    const rows = viewsOf([{ ...view, on: '2026-04-20', askedOn: '2026-05-10' }]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[3]).toBe('20 April 2026 / asked 10 May 2026 (after 1 May 2026: not yet)');
  });
});

describe('notices to Users', () => {
  const asked = /are to be told/;
  const noticesOf = (input: FactsInput) => paragraphsIn(sectionOf('testing', input)).join('\n');

  it('are asked for where User testing is planned, and not where none is', () => {
    expect(noticesOf({ userTesting: { planned: true } })).toMatch(asked);
    expect(noticesOf({ userTesting: { planned: false } })).not.toMatch(asked);
    expect(noticesOf({ userTesting: { planned: false } })).toContain(
      'No User testing is planned, so there is no notice to Users to give (§5.2).',
    );
    const documents = { modifications: [{ reference: 'MP1', inScope: true, impacts: ['secDocuments'] }] } as FactsInput;
    expect(noticesOf(documents)).not.toMatch(asked);
    expect(noticesOf(documents)).toContain('No User testing is planned: nothing in scope impacts DCC or User Systems');
    expect(noticesOf({})).toContain('Where User testing is planned, Users are to be told');
  });
});

describe('conditions', () => {
  const set = { text: 'Repeat.', owner: 'DCC', source: { body: 'CSC', decidedOn: '2026-04-20' } };
  const later = { ...set, text: 'Report.', source: { body: 'CSC', decidedOn: '2026-05-20' } };

  it('of a decision that is still to come are not open yet, and not counted as such', () => {
    const facts = { conditions: [set, later] } as FactsInput;
    const states = tableIn(sectionOf('conditions', facts), 'Conditions').map((row) => row[4]);
    expect(states).toEqual(['○ Open /', '○ To be set /']);
    const { decision } = buildPackModel(packSnapshotOf(factsWith(facts)));
    expect(tableIn(decision, 'Open conditions').map((row) => row[1])).toEqual(['Repeat. /']);
    expect(JSON.stringify(decision)).toContain('1 to be set · ');
  });

  it('are answered and open among those that are set', () => {
    const decisions = [{ body: 'CSC', on: '2026-04-20', outcome: 'not yet' }];
    const { sections } = buildPackModel(
      packSnapshotOf(factsWith({ decisions, conditions: [set, later] } as FactsInput)),
    );
    expect(JSON.stringify(sections)).toContain('1 condition: 1 open; 1 to be set');
  });
});

describe('the SEC documents affected', () => {
  it('say of a modification that left the scope that it did', () => {
    const documents = [{ document: 'Section D', from: '1.0', to: '2.0' }];
    const modifications = [
      { reference: 'MP1', inScope: true, documents },
      { reference: 'MP2', inScope: false, status: 'withdrawn', documents },
    ];
    const rows = tableIn(sectionOf('scope', { modifications } as FactsInput), 'SEC documents affected');
    expect(rows.map(([name]) => name)).toEqual(['MP1 /', 'MP2 / left the scope']);
  });
});

describe('what a text that was sent shows or notifies', () => {
  const facts: FactsInput = {
    modifications: [{ reference: 'MP1', impacts: ['secDocuments'], status: 'approved', approvedOn: '2026-01-05' }],
    sent: [
      { text: 'approval', channel: 'email', on: '2026-01-10' },
      { text: 'release-page', channel: 'website', on: '2026-02-01' },
    ],
  };

  it('has the day of that text, as its rule tells it', () => {
    const section = sectionOf('publication', facts);
    expect(tableIn(section, 'Approvals and their notification')[0]).toEqual([
      'MP1 /',
      '5 January 2026 /',
      '10 January 2026 /',
    ]);
    expect(tableIn(section, 'What is kept published').map((row) => row[1])).toEqual([
      '1 February 2026 /',
      'not recorded /',
      'not recorded /',
      'not recorded /',
    ]);
  });
});
