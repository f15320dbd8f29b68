import { countOf } from '../../foundation/words.ts';
import { type Block, paragraph, type Section } from '../blocks.ts';
import type { LeftOut } from '../packIdentity.ts';
import { places } from '../places.ts';
import { cell, nothing, recordTable } from '../tables.ts';

/** Every omission of the public edition by name, and that none of them moves a verdict. */
export function leftOutSection(leftOut: readonly LeftOut[]): Section {
  const table: Block = recordTable(
    'What this edition leaves out',
    leftOut,
    [
      ['Where', 24, (one) => cell([{ text: one.record, strong: true }])],
      ['What is left out', 40, (one) => cell(one.what)],
      ['Why', 36, (one) => cell(one.why)],
    ],
    'small',
  );
  return {
    id: places.leftOut,
    title: 'What this edition leaves out',
    orientation: 'portrait',
    ownPage: false,
    blocks: [
      paragraph(
        `This is the public edition. ${countOf(leftOut.length, 'thing')} of the full edition ${leftOut.length === 1 ? 'is' : 'are'} not in it, neither on its pages nor in its attachments; each is named below. Every finding, status, view and count is the full edition’s.`,
      ),
      leftOut.length === 0 ? nothing('Nothing was left out.') : table,
    ],
  };
}
