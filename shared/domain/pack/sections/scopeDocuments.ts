import { modificationKey } from '../../records/recordKinds.ts';
import type { Block, Cell } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { cell, headingOf, nothing, tableOf } from '../tables.ts';
import { textOr } from '../words.ts';

/** Which SEC documents each modification changes, with the version before and after (§1, §2). */
export function documentBlocks({ facts }: PackContext): readonly Block[] {
  const heading: Block = headingOf('SEC documents affected', 'scope:documents');
  const stated = facts.modifications.filter((one) => (one.documents ?? []).length > 0);
  if (stated.length === 0) return [heading, nothing('No affected SEC document is recorded.')];
  return [
    heading,
    tableOf(
      'SEC documents affected',
      [
        ['Modification', 20],
        ['Document', 44],
        ['Version before', 18],
        ['Version after', 18],
      ],
      stated.flatMap((one) =>
        (one.documents ?? []).map((document): readonly Cell[] => [
          cell(modificationKey(one)),
          cell(textOr(document.document)),
          cell(textOr(document.from)),
          cell(textOr(document.to)),
        ]),
      ),
      'small',
    ),
  ];
}
