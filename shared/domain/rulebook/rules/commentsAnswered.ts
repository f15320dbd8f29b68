import { formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf } from '../../findings/target.ts';
import { isBlank, saying } from '../../foundation/words.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { Judgement, Rule } from '../rule.ts';

export const commentsAnswered: Rule = {
  id: 'comments.answered',
  area: 'submission',
  severity: 'advice',
  basis: 'practice',
  clause: null,
  title: 'Comments of readers are answered',
  meaning:
    'Readers comment on packs and papers that were issued. That each comment gets an answer, or is closed without one, before the next pack is good practice, not a SEC rule.',
  formula: 'each comment made by the as-of date has an answer or is closed',
  example: 'A reader commented on the first final in May and no answer is recorded: advice.',
  coverable: false,
  withoutSubjects: 'No comment on a pack or paper is recorded.',
  evaluate: (context) =>
    context.facts.comments
      .filter((comment) => context.hasHappened(comment.on))
      .map((comment): Judgement => {
        const record = recordName('comment', comment);
        const base = { subject: record.slice('comment:'.length), restsOn: [record] };
        const words = isBlank(comment.text) ? 'A comment' : `The comment ${saying(shorten(comment.text ?? ''))}`;
        const when = comment.on ? ` of ${formatDate(comment.on)}` : '';
        const name = `${words}${when} on ${isBlank(comment.pack) ? 'a pack' : saying(comment.pack ?? '')}`;
        if (!isBlank(comment.answer)) return { ...base, outcome: 'met', sentence: `${name} has an answer (practice).` };
        if (comment.closed === true)
          return { ...base, outcome: 'met', sentence: `${name} was closed without an answer (practice).` };
        return {
          ...base,
          outcome: 'notMet',
          sentence: `${name} has no answer (practice).`,
          mend: 'Answer the comment, or close it.',
          // Who is named to answer it has it to do.
          waitsFor: isBlank(comment.answeredBy) ? 'SECAS' : (comment.answeredBy ?? '').trim(),
          mendAt: fieldOf('comment', comment, 'answer'),
        };
      }),
};

/** A comment may be long; a finding names it by its beginning. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${[...line].slice(0, 79).join('')}…` : line;
}
