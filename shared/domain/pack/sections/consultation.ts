import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { isPut } from '../../records/begun.ts';
import { bodyOf, theBody } from '../../records/bodies.ts';
import type { View } from '../../records/committees.ts';
import { isOf } from '../../rulebook/rules.ts';
import { type Block, paragraph, type Section } from '../blocks.ts';
import { bodyCounts, type Standing, standingsOf } from '../bodyViews.ts';
import { positionInWords } from '../otherViews.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, headingOf, nothing, recordTable } from '../tables.ts';
import { dateOr, happenedWords, joined, textOr } from '../words.ts';
import { commentBlocks } from './comments.ts';
import { viewsTable } from './viewsTable.ts';

/** What people entered on a body's criteria since the last paper or pack that it was given. */
function sinceGiven({ snapshot }: PackContext, body: string): readonly Block[] {
  const last = snapshot.identity.lastSeen?.find((one) => one.body === body);
  if (!last) return [];
  const given = `${theBody(body)} was last given ${last.reference}, as of ${formatDate(last.asOf)}. Entered on its criteria since: `;
  const start = { text: given.charAt(0).toUpperCase() + given.slice(1), soft: true };
  if (last.changes.length === 0) return [paragraph([start, { text: 'nothing.' }])];
  return [paragraph([start]), ...last.changes.map((sentence) => paragraph(sentence))];
}

/**
 * Views that no row of the body's table shows, on a criterion that the release does not hold or all still to come:
 * nothing counts them, and they are shown all the same.
 */
function astrayBlocks(context: PackContext, body: string, shown: readonly Standing[]): readonly Block[] {
  const inTable = new Set(shown.map((one) => one.criterion));
  const astray = context.facts.views.filter((view) => bodyOf(view.body) === body && !inTable.has(view.criterion));
  return astray.map((view) => {
    const stray = context.criterion(view.criterion) === null ? 'which is not among the criteria' : null;
    const why = stray ?? (isPut(view) ? 'still to come' : 'begun, neither asked nor answered');
    const words = astrayWords(view, context.asOf);
    return paragraph([
      { text: `On ${view.criterion}, ${why}${words === '' ? '.' : ': '}`, soft: true },
      { text: words },
    ]);
  });
}

function astrayWords(view: View, asOf: CalendarDate): string {
  const saw = (view.saw ?? []).map((item) => item.evidence).join(', ');
  return (
    joined(
      [
        positionInWords(view, asOf)?.toLowerCase(),
        view.wording && `“${view.wording}”`,
        view.on && happenedWords(view.on, asOf),
        view.askedOn && `asked ${happenedWords(view.askedOn, asOf)}`,
        view.meeting,
        view.paper && `paper ${view.paper}`,
        view.answer && `answer: ${view.answer}`,
        saw && `saw ${saw}`,
        view.sawText && `it saw the wording “${view.sawText}”`,
      ],
      ' · ',
    ) ?? ''
  );
}

/** Who was asked what, what they said, and what they had seen (§5.3). */
export function consultationSection(context: PackContext): Section {
  const { facts } = context;
  const blocks: Block[] = [];
  if (context.bodies.length === 0)
    blocks.push(
      nothing(
        'No body is mapped to a criterion and none has been asked; the Operations Group and the TAG are to be asked about the corresponding criteria before the final submission (§5.3).',
      ),
    );
  for (const body of context.bodies) {
    const standings = standingsOf(context, body).filter((one) => one.concerned);
    const counts = bodyCounts(context, body);
    blocks.push(headingOf(body, `consultation:${encodeURIComponent(body)}`, true));
    for (const { body: name, why } of facts.requiredBodies)
      if (why && name && bodyOf(name) === body) blocks.push(nothing(`Required: ${why}`));
    blocks.push(...astrayBlocks(context, body, standings));
    if (standings.length === 0) {
      blocks.push(nothing(`No criterion is mapped to ${theBody(body)}, and it has not been asked.`));
      continue;
    }
    blocks.push(
      nothing(
        `${counts.supports} supported, ${counts.conditions} with conditions, ${counts.against} against, ${counts.other} without a position, ${counts.notAsked} not asked; ${counts.stale} stale.`,
      ),
    );
    blocks.push(viewsTable(context, standings, `Views of ${body}`, 'criterion'));
    blocks.push(...sinceGiven(context, body));
  }
  for (const { body, why } of facts.requiredBodies)
    if (why && !body) blocks.push(nothing(`A required body is recorded without its name: ${why}`));
  blocks.push(headingOf('Meetings', 'consultation:meetings'));
  blocks.push(
    facts.meetings.length === 0
      ? nothing('No meeting is listed by itself; the day of each view stands beside it.')
      : recordTable('Meetings', facts.meetings, [
          ['Body', 34, (one) => cell(textOr(one.body))],
          ['On', 33, (one) => cell(dateOr(one.on))],
          ['Papers by', 33, (one) => cell(dateOr(one.papersBy))],
        ]),
  );
  blocks.push(...commentBlocks(context));
  const findings = context.findings.filter((one) => isOf(one, 'input'));
  blocks.push(
    ...findingBlocks('What the rules say of the consultation', 'consultation:findings', findings, context.asOf),
  );
  return { id: places.consultation, title: 'Consultation record', orientation: 'portrait', ownPage: false, blocks };
}
