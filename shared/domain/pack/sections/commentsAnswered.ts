import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { countOf } from '../../foundation/words.ts';
import { commentAsOf, hasHappened } from '../../records/asOf.ts';
import { type Block, paragraph, type Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { cell, headingOf, recordTable } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { happenedWords, joined, textOr } from '../words.ts';
import { commentPlace } from './commentPlace.ts';

type Comment = PackContext['facts']['comments'][number];

/** What readers remarked on the final pack before this one, and beside each remark its answer. */
export function commentsAnsweredBlocks({ facts, snapshot, asOf }: PackContext): readonly Block[] {
  const { previous } = snapshot.identity;
  const comments = previous ? facts.comments.filter((one) => one.pack === previous.reference) : [];
  if (!previous || comments.length === 0) return [];
  const open = comments.map((one) => commentAsOf(one, asOf)).filter((one) => !one.answer && one.closed !== true).length;
  return [
    headingOf('Asked of the previous pack, and answered', 'since:comments'),
    paragraph([
      {
        text: `${countOf(comments.length, 'comment')} on ${previous.reference}, ${open === 0 ? 'none' : open} without an answer.`,
        soft: true,
      },
    ]),
    recordTable('Comments on the previous pack, and their answers', comments, [
      ['Asked', 52, (one) => cell(textOr(one.text), askedBelow(one, asOf))],
      [
        'Answer',
        48,
        (one) => cell(answerSpans(commentAsOf(one, asOf)), [{ text: answeredBelow(one, asOf), soft: true }]),
      ],
    ]),
  ];
}

/** `Zoë Łuka, 27 October 2021 · page 4, criterion AC-05 · on “the words”`. */
function askedBelow({ author, on, page, at, quoted }: Comment, asOf: CalendarDate): readonly Span[] {
  const who = joined([author, on && happenedWords(on, asOf)]);
  const where = joined([page !== null && `page ${page}`, at && commentPlace(at)]);
  return [{ text: joined([who, where, quoted && `on “${quoted}”`], ' · ') ?? '', soft: true }];
}

function answerSpans({ answer, closed }: Comment): readonly Span[] {
  if (answer) return [{ text: answer }];
  if (closed === true) return [{ text: 'closed without an answer', soft: true }];
  return [statusSpan({ word: 'No answer yet', sign: '○', tone: 'notDue' })];
}

/** Who answered and when; of an answer that is still to come, also which. */
function answeredBelow({ answer, answeredBy, answeredOn }: Comment, asOf: CalendarDate): string {
  const toCome = answer && !hasHappened(answeredOn, asOf) && `answer recorded: “${answer}”`;
  const who = answeredBy && (answer ? answeredBy : `to be answered by ${answeredBy}`);
  return joined([toCome, who, answeredOn && happenedWords(answeredOn, asOf)]) ?? '';
}
