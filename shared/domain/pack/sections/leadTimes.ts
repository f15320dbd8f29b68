import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { paperTheme } from '../../charts/drawing.ts';
import { drawTimeline } from '../../charts/timeline.ts';
import { findingStatus } from '../../findings/vocabulary.ts';
import { nobodyApproved } from '../../rulebook/context/goLiveInForce.ts';
import { titleOf } from '../../rulebook/titleOf.ts';
import { type Block, type Cell, paragraph, type Section, type Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { type SameFindings, sameFindings } from '../sameFindings.ts';
import { slackWords } from '../slack.ts';
import { belowFinding, cell, nothing, tableOf } from '../tables.ts';
import { leadTimeFindings, timelineOf } from '../timelineOf.ts';
import { statusSpan } from '../vocabulary.ts';
import { dateOr } from '../words.ts';

/** The width of the text on a portrait page, in points. */
const textWidth = 507;

/** Minimums against what happened: drawn, then each with its formula, dates and slack. */
export function leadTimesSection(context: PackContext): Section {
  const judged = leadTimeFindings(context).filter((finding) => finding.outcome !== 'notApplicable');
  const skipped = leadTimeFindings(context)
    .filter((finding) => finding.outcome === 'notApplicable')
    .map((finding) => finding.sentence);
  const drawing = drawTimeline(timelineOf(context), textWidth, paperTheme);
  const blocks: Block[] = [
    paragraph(basisOf(context), 'lead'),
    { kind: 'figure', ...drawing },
    judged.length === 0 ? nothing('No lead time applies to this release.') : table(context),
    ...[...new Set(skipped)].map((sentence) => paragraph([{ text: sentence, soft: true }])),
    paragraph(
      [
        {
          text: `Counted back in calendar months, clamped to the month’s end. The dates of §5.1 are “a minimum requirement and should not be seen as the standard approach”. Where a due date is not a working day, the working day before it is the practical one. Working days: ${context.snapshot.workingDays.name}.`,
          soft: true,
        },
      ],
      'note',
    ),
  ];
  return { id: places.leadTimes, title: 'Lead times', orientation: 'portrait', ownPage: false, blocks };
}

function basisOf({ rules, asOf }: PackContext): string {
  const { plannedDate: date, source } = rules.goLive;
  if (date === null) return 'No Go-Live date and no slot is recorded, so no lead time can be counted.';
  const from = {
    approved: 'the approved Go-Live date',
    unapproved: `the Go-Live date (${nobodyApproved})`,
    firstPart: 'the first dated part',
    ruleDate: 'the rule date, provisional while no date is approved',
    unknown: '',
  }[source];
  return `Counted back from ${formatDate(date)}, ${from}; judged as of ${formatDate(asOf)}.`;
}

function table(context: PackContext): Block {
  const judged = leadTimeFindings(context).filter((finding) => finding.outcome !== 'notApplicable');
  return tableOf(
    'Lead times',
    [
      ['State', 14],
      ['What', 50],
      ['Due', 19],
      ['Actual', 17],
    ],
    sameFindings(judged).map((group) => rowOf(group, context.asOf)),
  );
}

/** The decision's finding under the rule's title; a modification judged by its own date by its sentence alone. */
function rowOf({ first: finding, text, actions }: SameFindings, asOf: CalendarDate): readonly Cell[] {
  const title = titleOf(finding);
  const { due, practicalDue } = finding;
  const practical = practicalDue !== null && practicalDue !== due ? `in practice ${formatDate(practicalDue)}` : '';
  const noActual: Span = { text: finding.outcome === 'notDue' ? 'not yet' : 'not recorded', soft: true };
  return [
    cell([statusSpan(findingStatus(finding))]),
    finding.subject === null
      ? cell([{ text: title, strong: true }], [...text, { text: ' ' }, ...belowFinding(actions, asOf)])
      : cell(text, belowFinding(actions, asOf)),
    cell(dateOr(due), [{ text: practical, soft: true }]),
    cell(dateOr(finding.actual, noActual), [{ text: slackWords(finding) ?? '', soft: true }]),
  ];
}
