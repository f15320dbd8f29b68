import { countOf } from '../../foundation/words.ts';
import { type Block, paragraph } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { cell, headingOf, recordTable } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { happenedOn, joined, notRecorded, textOr } from '../words.ts';

/** What readers remarked on packs and papers, and what became of it. */
export function commentBlocks({ facts, rules, asOf }: PackContext): readonly Block[] {
  const { comments } = facts;
  if (comments.length === 0) return [];
  const stood = rules.facts.comments;
  const open = stood.filter((one) => one.closed !== true).length;
  return [
    headingOf('Comments of readers', 'consultation:comments'),
    paragraph(`${countOf(stood.length, 'comment')}, ${open} open.`),
    recordTable(
      'Comments of readers',
      comments,
      [
        ['By', 18, (one) => cell(textOr(one.author), happenedOn(one.on, asOf))],
        [
          'Where',
          22,
          (one) =>
            cell(textOr(joined([one.pack, one.page !== null && `page ${one.page}`])), [
              { text: one.at ?? '', soft: true },
            ]),
        ],
        [
          'Comment',
          32,
          (one) => cell(textOr(one.text), one.quoted ? [{ text: `on “${one.quoted}”`, soft: true }] : []),
        ],
        [
          'Answer',
          28,
          (one) =>
            cell(one.answer ? [{ text: one.answer }] : [one.closed === true ? notRecorded : statusSpan(openStatus)], [
              { text: joined([one.answeredBy, one.closed === true && 'closed']) ?? '', soft: true },
              ...(one.answeredOn ? [{ text: ' ' }, ...happenedOn(one.answeredOn, asOf)] : []),
            ]),
        ],
      ],
      'small',
    ),
  ];
}

const openStatus = { word: 'No answer yet', sign: '○', tone: 'notDue' } as const;
