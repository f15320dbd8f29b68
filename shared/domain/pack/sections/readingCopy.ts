import { countOf } from '../../foundation/words.ts';
import { evidenceKey } from '../../records/evidence.ts';
import { type Cell, paragraph, type Section } from '../blocks.ts';
import type { Appended, PackContext } from '../packContext.ts';
import { evidencePlace, places } from '../places.ts';
import { cell, nothing, tableOf } from '../tables.ts';
import { textOr } from '../words.ts';

/** Which evidence follows as pages at the end of a reading copy, in that order, and why the rest does not. */
export function readingSection(context: PackContext, appended: ReadonlyMap<string, Appended>): Section {
  const items = context.facts.evidence;
  const pages = [...appended.values()].reduce((sum, one) => sum + one.pages, 0);
  return {
    id: places.reading,
    title: 'Evidence as pages',
    orientation: 'portrait',
    ownPage: true,
    blocks: [
      paragraph(
        `This is a reading copy: ${countOf(pages, 'page')} of evidence follow the last page of the pack, in this order, each with its item at the foot and a bookmark for each item. What others made may not meet the standards of an archive, so this copy does not claim to; the full edition is the archival file.`,
      ),
      items.length === 0
        ? nothing('No evidence is recorded.')
        : tableOf(
            'Evidence as pages',
            [
              ['Item', 14],
              ['Title', 44],
              ['Pages', 42],
            ],
            items.map((item): readonly Cell[] => {
              const key = evidenceKey(item);
              const one = appended.get(key);
              const what = one?.reason ?? (one ? countOf(one.pages, 'page') : 'its file is not in this copy');
              return [
                cell([{ text: key, to: evidencePlace(key), strong: true }]),
                cell(textOr(item.title)),
                cell(one && one.reason === null ? what : [{ text: what, soft: true }]),
              ];
            }),
            'small',
          ),
    ],
  };
}
