import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { countOf } from '../../foundation/words.ts';
import { commentAsOf, hasHappened } from '../../records/asOf.ts';
import { type Block, type Cell, paragraph } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { cell, headingOf, recordTable } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { happenedOn, joined, notRecorded, textOr } from '../words.ts';
import { commentPlace } from './commentPlace.ts';

type Comment = PackContext['facts']['comments'][number];

/** What readers remarked on packs and papers, and what became of it. */
export function commentBlocks({ facts, asOf }: PackContext): readonly Block[] {
  const { comments } = facts;
  if (comments.length === 0) return [];
  const made = comments.filter((one) => hasHappened(one.on, asOf)).map((one) => commentAsOf(one, asOf));
  const open = made.filter((one) => one.closed !== true).length;
  const ahead = comments.length - made.length;
  return [
    headingOf('Comments of readers', 'consultation:comments'),
    paragraph(
      `${countOf(made.length, 'comment')}, ${open} open${ahead > 0 ? `; ${ahead} recorded for a later day` : ''}.`,
    ),
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
              { text: one.at ? commentPlace(one.at) : '', soft: true },
            ]),
        ],
        [
          'Comment',
          32,
          (one) => cell(textOr(one.text), one.quoted ? [{ text: `on “${one.quoted}”`, soft: true }] : []),
        ],
        ['Answer', 28, (one) => answerCell(one, asOf)],
      ],
      'small',
    ),
  ];
}

/** An answer that is recorded and has not come stands below, and the comment is open till then. */
function answerCell(one: Comment, asOf: CalendarDate): Cell {
  const stood = commentAsOf(one, asOf);
  const who = joined([one.answeredBy, one.closed === true && 'closed']);
  const toCome =
    stood === one ? who : joined(['answer recorded', joined([one.answer && `“${one.answer}”`, who])], ': ');
  return cell(
    stood.answer ? [{ text: stood.answer }] : [stood.closed === true ? notRecorded : statusSpan(openStatus)],
    [
      { text: toCome ?? '', soft: true },
      ...(one.answeredOn ? [{ text: ' ' }, ...happenedOn(one.answeredOn, asOf)] : []),
    ],
  );
}

const openStatus = { word: 'No answer yet', sign: '○', tone: 'notDue' } as const;
