import { modificationKey } from '../../records/recordKinds.ts';
import { isKnownToHaveLeft, scopeIndexOf } from '../../rulebook/context/scopeIndex.ts';
import type { Block } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { cell, headingOf, nothing, recordTable } from '../tables.ts';
import { textOr } from '../words.ts';

/** Which SEC documents each modification changes, with the version before and after (§1, §2). */
export function documentBlocks({ facts, asOf }: PackContext): readonly Block[] {
  const heading: Block = headingOf('SEC documents affected', 'scope:documents');
  const { modifications, planned } = scopeIndexOf(facts, asOf);
  const staying = new Set([...modifications, ...planned]);
  const changed = facts.modifications.flatMap((one) =>
    (one.documents ?? []).map((document) => ({
      modification: modificationKey(one),
      left: staying.has(one) ? '' : isKnownToHaveLeft(one) ? 'left the scope' : 'out of the scope',
      ...document,
    })),
  );
  if (changed.length === 0) return [heading, nothing('No affected SEC document is recorded.')];
  return [
    heading,
    recordTable(
      'SEC documents affected',
      changed,
      [
        ['Modification', 20, (one) => cell(one.modification, [{ text: one.left, soft: true }])],
        ['Document', 44, (one) => cell(textOr(one.document))],
        ['Version before', 18, (one) => cell(textOr(one.from))],
        ['Version after', 18, (one) => cell(textOr(one.to))],
      ],
      'small',
    ),
  ];
}
