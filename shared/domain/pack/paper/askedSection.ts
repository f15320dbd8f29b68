import { formatDate } from '../../calendar/calendarDate.ts';
import { theBody } from '../../records/bodies.ts';
import { standingView } from '../../rulebook/context/viewIndex.ts';
import { type Block, type Cell, paragraph, type Section, type Span } from '../blocks.ts';
import { standingOf } from '../bodyViews.ts';
import type { PackContext } from '../packContext.ts';
import type { PaperIdentity } from '../packIdentity.ts';
import { criterionPlace, matrixRow } from '../places.ts';
import { cell, headingOf, nothing, tableOf } from '../tables.ts';
import { positionOf, selfStatusOf, statusSpan } from '../vocabulary.ts';
import { shortened, textOr } from '../words.ts';
import { type SinceSeen, sinceSeen } from './sinceSeen.ts';

/** Every criterion in a line: what it asks, what the body said last, and what has changed since. */
export function askedSection(context: PackContext, paper: PaperIdentity): Section {
  const the = theBody(paper.body);
  return {
    id: 'asked',
    title: `What ${the} is asked`,
    orientation: 'portrait',
    ownPage: true,
    blocks: [
      criteriaTable(context, paper.body),
      paragraph(
        [
          { text: 'For each criterion, the view asked for is one of: ', soft: true },
          { text: 'supports · supports with conditions · does not support · no view · deferred', strong: true },
          {
            text: `, with the exact wording that the CSC is to read. “No view” is an answer, too: what is sought is input (§5.3). The wording and the evidence in this paper are recorded as what ${the} saw; a later change of either makes its view stale.`,
            soft: true,
          },
        ],
        'note',
      ),
      ...changesSince(paper),
    ],
  };
}

function criteriaTable(context: PackContext, body: string): Block {
  return tableOf(
    'Criteria put to the body',
    [
      ['Criterion', 12],
      ['What it asks', 34],
      ['Self-status', 15],
      ['View so far', 17],
      ['Changed since', 22],
    ],
    context.facts.criteria.map((criterion): readonly Cell[] => {
      const given = standingView(standingOf(context, body, criterion).state);
      const on = given?.on ? [{ text: formatDate(given.on), soft: true }] : [];
      return [
        {
          text: [{ text: criterion.reference, to: criterionPlace(criterion.reference), strong: true }],
          id: matrixRow(criterion.reference),
        },
        cell(criterion.text === null ? textOr(null) : shortened(criterion.text, 200)),
        cell([statusSpan(selfStatusOf(criterion.selfStatus))]),
        given === null ? cell([{ text: 'none yet', soft: true }]) : cell([statusSpan(positionOf(given.position))], on),
        cell([sinceSpan(sinceSeen(context, body, criterion))]),
      ];
    }),
  );
}

function sinceSpan({ state, short }: SinceSeen): Span {
  if (state === 'stale') return { text: `▲\u00a0${short}`, tone: 'short', strong: true };
  return { text: state === 'unknown' ? `?\u00a0${short}` : short, soft: true };
}

/** What people entered on these criteria since the body's paper before this one. */
function changesSince({ last, changes }: PaperIdentity): readonly Block[] {
  if (last === null) return [];
  const title = `Entered since ${last.reference}`;
  const heading: Block = headingOf(title, 'asked:since', true);
  const seal = nothing(`As of ${formatDate(last.asOf)}, SHA-256 ${last.sha256}`);
  if (changes.length === 0) return [heading, seal, nothing('Nothing on these criteria.')];
  return [heading, seal, ...changes.map((sentence) => paragraph(sentence))];
}
