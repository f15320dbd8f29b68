import { modificationKey } from '../../records/recordKinds.ts';
import type { Block, Cell } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { cell, nothing } from '../tables.ts';
import { textOr } from '../words.ts';

/** Which SEC documents each modification changes, with the version before and after (§1, §2). */
export function documentBlocks({ facts }: PackContext): readonly Block[] {
  const heading: Block = {
    kind: 'heading',
    level: 2,
    text: 'SEC documents affected',
    id: 'scope:documents',
    bookmark: false,
  };
  const stated = facts.modifications.filter((one) => (one.documents ?? []).length > 0);
  if (stated.length === 0) return [heading, nothing('No affected SEC document is recorded.')];
  return [
    heading,
    {
      kind: 'table',
      caption: 'SEC documents affected',
      size: 'small',
      columns: [
        { title: 'Modification', weight: 20 },
        { title: 'Document', weight: 44 },
        { title: 'Version before', weight: 18 },
        { title: 'Version after', weight: 18 },
      ],
      rows: stated.flatMap((one) =>
        (one.documents ?? []).map((document): readonly Cell[] => [
          cell(modificationKey(one)),
          cell(textOr(document.document)),
          cell(textOr(document.from)),
          cell(textOr(document.to)),
        ]),
      ),
    },
  ];
}
