import { countOf } from '../../foundation/words.ts';
import { type Block, type Cell, paragraph } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { cell } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { dateOr, joined, notRecorded, textOr } from '../words.ts';

/** What readers remarked on packs and papers, and what became of it. */
export function commentBlocks({ facts }: PackContext): readonly Block[] {
  const { comments } = facts;
  if (comments.length === 0) return [];
  const open = comments.filter((one) => one.closed !== true).length;
  return [
    { kind: 'heading', level: 2, text: 'Comments of readers', id: 'consultation:comments', bookmark: false },
    paragraph(`${countOf(comments.length, 'comment')}, ${open} open.`),
    {
      kind: 'table',
      caption: 'Comments of readers',
      size: 'small',
      columns: [
        { title: 'By', weight: 18 },
        { title: 'Where', weight: 22 },
        { title: 'Comment', weight: 32 },
        { title: 'Answer', weight: 28 },
      ],
      rows: comments.map((one): readonly Cell[] => [
        cell(textOr(one.author), dateOr(one.on)),
        cell(textOr(joined([one.pack, one.page !== null && `page ${one.page}`])), [{ text: one.at ?? '', soft: true }]),
        cell(textOr(one.text), one.quoted ? [{ text: `on “${one.quoted}”`, soft: true }] : []),
        cell(one.answer ? [{ text: one.answer }] : [one.closed === true ? notRecorded : statusSpan(openStatus)], [
          { text: joined([one.answeredBy, one.closed === true && 'closed']) ?? '', soft: true },
          ...(one.answeredOn ? [{ text: ' ' }, ...dateOr(one.answeredOn)] : []),
        ]),
      ]),
    },
  ];
}

const openStatus = { word: 'No answer yet', sign: '○', tone: 'notDue' } as const;
