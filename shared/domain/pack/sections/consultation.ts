import { formatDate } from '../../calendar/calendarDate.ts';
import { bodyOf, theBody } from '../../records/bodies.ts';
import { isOf } from '../../rulebook/rules.ts';
import { type Block, paragraph, type Section } from '../blocks.ts';
import { bodyCounts, standingsOf } from '../bodyViews.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, nothing } from '../tables.ts';
import { positionOf } from '../vocabulary.ts';
import { dateOr, joined, textOr } from '../words.ts';
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

/** Views on a criterion that the release does not hold: nothing counts them, and they are shown all the same. */
function astrayBlocks(context: PackContext, body: string): readonly Block[] {
  const astray = context.facts.views.filter(
    (view) => bodyOf(view.body) === body && context.criterion(view.criterion) === null,
  );
  return astray.map((view) =>
    paragraph([
      { text: `On ${view.criterion}, which is not among the criteria: `, soft: true },
      {
        text:
          joined(
            [
              positionOf(view.position).word.toLowerCase(),
              view.wording && `“${view.wording}”`,
              view.on ? formatDate(view.on) : view.askedOn && `asked ${formatDate(view.askedOn)}`,
              view.meeting,
              view.paper && `paper ${view.paper}`,
              view.answer && `answer: ${view.answer}`,
            ],
            ' · ',
          ) ?? '',
      },
    ]),
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
    blocks.push({
      kind: 'heading',
      level: 2,
      text: body,
      id: `consultation:${encodeURIComponent(body)}`,
      bookmark: true,
    });
    const required = facts.requiredBodies.find((one) => one.body === body);
    if (required?.why) blocks.push(nothing(`Required: ${required.why}`));
    blocks.push(...astrayBlocks(context, body));
    if (standings.length === 0) {
      blocks.push(nothing(`No criterion is mapped to ${body}, and it has not been asked.`));
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
  blocks.push({ kind: 'heading', level: 2, text: 'Meetings', id: 'consultation:meetings', bookmark: false });
  blocks.push(
    facts.meetings.length === 0
      ? nothing('No meeting is recorded.')
      : {
          kind: 'table',
          caption: 'Meetings',
          columns: [
            { title: 'Body', weight: 34 },
            { title: 'On', weight: 33 },
            { title: 'Papers by', weight: 33 },
          ],
          rows: facts.meetings.map((one) => [cell(textOr(one.body)), cell(dateOr(one.on)), cell(dateOr(one.papersBy))]),
        },
  );
  blocks.push(...commentBlocks(context));
  const findings = context.findings.filter((one) => isOf(one, 'input'));
  blocks.push(...findingBlocks('What the rules say of the consultation', 'consultation:findings', findings));
  return { id: places.consultation, title: 'Consultation record', orientation: 'portrait', ownPage: true, blocks };
}
