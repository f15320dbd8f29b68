import type { Status } from '../../findings/vocabulary.ts';
import { assertNever } from '../../foundation/assertNever.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import type { TestIssue } from '../../records/testing.ts';
import { figureOf, issueFiguresOf, type ThresholdFigure } from '../../testing/thresholdFigures.ts';
import type { Block, Inline } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace } from '../places.ts';
import { cell, nothing, recordTable, tableOf } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { dateOr, textOr } from '../words.ts';
import { issueFigures } from './testFigures.ts';

/** Each cited maximum with what is open under it, drawn and as a table. */
export function thresholdBlocks(context: PackContext): readonly Block[] {
  const { facts } = context;
  const drawn = issueFigures(facts);
  if (facts.issueThresholds.length === 0)
    return [
      ...drawn,
      nothing(
        'No maximum is cited. The guidance defines neither severities nor maximums: they are typed in with their source.',
      ),
    ];
  const figures = issueFiguresOf(facts);
  return [
    ...drawn,
    tableOf(
      'Open issues against cited maximums',
      [
        ['Phase', 16],
        ['Severity', 10],
        ['Open', 9, 'right'],
        ['Maximum', 11, 'right'],
        ['', 2],
        ['State', 24],
        ['Source', 17],
        ['Criterion', 11],
      ],
      facts.issueThresholds.map((one) => {
        const figure = figureOf(one, figures);
        return [
          cell(one.phase ?? 'all phases'),
          cell(one.severity === null ? '–' : String(one.severity)),
          cell(String(figure.open)),
          cell(one.maximumOpen === null ? '–' : String(one.maximumOpen)),
          cell(''),
          cell([statusSpan(stateOf(figure))], figure.why === null ? [] : [{ text: reasonOf(figure), soft: true }]),
          cell(textOr(one.source)),
          cell(
            one.criterion === null
              ? '–'
              : context.criterion(one.criterion.trim())
                ? [{ text: one.criterion, to: criterionPlace(one.criterion.trim()) }]
                : one.criterion,
          ),
        ];
      }),
    ),
  ];
}

function stateOf({ verdict, open, threshold }: ThresholdFigure): Status {
  switch (verdict) {
    case 'cannotTell':
      return { word: 'Cannot tell', sign: '?', tone: 'cannotTell' };
    case 'over':
      return { word: `${open - (threshold.maximumOpen ?? 0)} over`, sign: '✕', tone: 'notMet' };
    case 'within':
      return { word: 'Within', sign: '✓', tone: 'met' };
    default:
      return assertNever(verdict);
  }
}

function reasonOf({ why, field }: ThresholdFigure): string {
  return field === null ? `for ${why}` : `it ${why}`;
}

/** More closed issues than this are counted: they stand, one by one, in the attached snapshot. */
const MOST_CLOSED = 200;

/** Every open issue, and the closed ones more briefly. */
export function issueBlocks(facts: ReleaseFacts): readonly Block[] {
  const open = facts.testIssues.filter((issue) => issue.open !== false);
  const closed = facts.testIssues.filter((issue) => issue.open === false);
  if (facts.testIssues.length === 0) return [nothing('No test issue is recorded.')];
  const count = nothing(`${open.length} open, ${closed.length} closed.`);
  return [
    open.length === 0 ? nothing('No issue is open.') : issueTable('Open issues', open),
    ...(closed.length === 0
      ? []
      : closed.length <= MOST_CLOSED
        ? [issueTable('Closed issues', closed)]
        : [nothing(`The ${closed.length} closed issues stand one by one in the attached snapshot.json only.`)]),
    count,
  ];
}

function issueTable(caption: string, issues: readonly TestIssue[]): Block {
  const title = caption === 'Open issues' ? 'Open issue' : 'Closed issue';
  const uncertain: Inline = [{ text: 'not stated whether it is open: counted as open', soft: true }];
  return recordTable(
    caption,
    issues,
    [
      [title, 13, (one) => cell(textOr(one.reference))],
      ['Severity', 9, (one) => cell(one.severity === null ? '–' : String(one.severity))],
      ['Phase', 13, (one) => cell(textOr(one.phase))],
      ['Title', 30, (one) => cell(textOr(one.title), one.open === null ? uncertain : [])],
      ['Workaround', 21, (one) => cell(textOr(one.workaround))],
      ['Fix by', 14, (one) => cell(dateOr(one.fixBy))],
    ],
    'small',
  );
}
