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
    .join('');

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
