import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { type FindingGroup, groupFindings } from '../findings/groupFindings.ts';
import { findingStatus } from '../findings/vocabulary.ts';
import { countOf, joinFew } from '../foundation/words.ts';
import { type Block, type Cell, destination, type FactRow, type Inline, paragraph } from '../pack/blocks.ts';
import { criteriaCounts } from '../pack/criteriaCounts.ts';
import { cell, nothing, recordTable } from '../pack/tables.ts';
import { statusSpan } from '../pack/vocabulary.ts';
import { shortened } from '../pack/words.ts';
import type { Deadline } from '../portfolio/computePortfolio.ts';
import { isOver, releaseStateWords } from '../readiness/releaseState.ts';
import { isModification } from '../records/begun.ts';
import { scopeIndexOf } from '../rulebook/context/scopeIndex.ts';
import { distanceInWords, type ReleaseStatus } from './releaseStatus.ts';

/** How much of each list stands on the page; the rest is told as a count, never left out silently. */
export interface StatusLimits {
  readonly rows: number;
  /** Signs of a text in a row. */
  readonly signs: number;
}

/** From the fullest to the tightest: the fullest of which every release is one page is taken. */
export const statusLimits: readonly StatusLimits[] = [
  { rows: 7, signs: 170 },
  { rows: 5, signs: 170 },
  { rows: 4, signs: 150 },
  { rows: 3, signs: 130 },
  { rows: 2, signs: 80 },
];

/** `In preparation · Go-Live in 30 days`. */
export function standingInWords({ standing }: ReleaseStatus): string {
  const distance = distanceInWords(standing);
  return [releaseStateWords[standing.state], distance && `Go-Live ${distance}`].filter(Boolean).join(' · ');
}

/** One release on one page: where it stands, its next dates, what is late, whom it waits for. */
export function statusBlocks(
  status: ReleaseStatus,
  at: number,
  asOf: CalendarDate,
  limits: StatusLimits,
): readonly Block[] {
  const { facts, open, next, late, waits } = status;
  const heading = (text: string, key: string): Block => ({
    kind: 'heading',
    level: 3,
    text,
    id: destination('release', `${at + 1}/${key}`),
    bookmark: false,
  });
  return [
    { kind: 'facts', rows: factRows(status, asOf) },
    heading('Acceptance criteria', 'criteria'),
    facts.criteria.length === 0
      ? nothing('No acceptance criterion is recorded yet.')
      : {
          kind: 'counts',
          items: criteriaCounts(facts).map(({ count, sign, word, tone }) => ({ value: count, sign, word, tone })),
        },
    heading('What stands open', 'open'),
    ...listed(
      groupFindings(open),
      limits,
      'finding',
      'Nothing stands open.',
      (rows) =>
        recordTable(
          'Findings that stand open, the gravest first',
          rows,
          [
            ['State', 17, ({ findings: [first] }) => cell([statusSpan(findingStatus(first))])],
            ['Finding', 83, (group) => cell(findingInWords(group, limits))],
          ],
          'small',
        ),
      ({ findings }) => findings.length,
    ),
    heading('Late', 'late'),
    ...listed(late, limits, 'thing', `Nothing is late as of ${formatDate(asOf)}.`, (rows) =>
      datesTable('What is late, the oldest first', 'Was due', rows, limits),
    ),
    heading('Next dates', 'next'),
    ...listed(next, limits, 'date', 'No date ahead is recorded.', (rows) =>
      datesTable('The dates ahead, the nearest first', 'On', rows, limits),
    ),
    heading('Whom it waits for', 'waits'),
    ...listed(waits, limits, 'party', 'It waits for nobody.', (rows) =>
      recordTable(
        'Who owes how much, and what is first',
        rows,
        [
          ['Who', 14, (one) => cell(one.who)],
          ['Owes', 10, (one) => cell(String(one.owes.length)), 'right'],
          ['Late', 8, (one) => cell(String(one.owes.filter((owed) => owed.late).length)), 'right'],
          ['First', 68, (one) => firstOwed(one.owes[0] ?? null, limits)],
        ],
        'small',
      ),
    ),
  ];
}

/** What the same is said of is named after it: the first few, and how many more. */
function findingInWords({ sentence, subjects }: FindingGroup, { signs }: StatusLimits): Inline {
  const text = shortened(sentence, signs);
  return subjects.length < 2 ? text : [{ text: `${text} ` }, { text: joinFew(subjects, 4), strong: true }];
}

function factRows({ facts, standing }: ReleaseStatus, asOf: CalendarDate): readonly FactRow[] {
  const { kind } = facts.release;
  const { asked } = standing;
  const type = kind === null ? 'type not recorded' : kind === 'system' ? 'System Release' : 'Documentation Release';
  const distance = distanceInWords(standing);
  const goLive = standing.goLive === null ? 'no date is recorded' : formatDate(standing.goLive);
  const counts = [
    countOf(asked.blockers, 'blocker'),
    countOf(asked.warnings, 'warning'),
    `${asked.cannotTell} cannot tell`,
  ];
  return [
    { label: 'State', value: `${releaseStateWords[standing.state]}, ${type}` },
    { label: 'Go-Live', value: distance === null ? goLive : `${goLive}, ${distance}` },
    // Of a release that is live or closed only what is still asked is counted, and that is no readiness.
    { label: isOver(standing.state) ? 'Still asked' : 'Readiness', value: counts.join(' · ') },
    { label: 'Scope', value: scopeInWords(facts, asOf) },
  ];
}

/** `4 modifications · 2 not in it`: what is recorded and left, fell out or is still to join is no part of it. */
function scopeInWords(facts: ReleaseStatus['facts'], asOf: CalendarDate): string {
  const { modifications, planned } = scopeIndexOf(facts, asOf);
  const others = facts.modifications.filter(isModification).length - modifications.length - planned.length;
  return [
    countOf(modifications.length, 'modification'),
    ...(planned.length > 0 ? [`${planned.length} to join`] : []),
    ...(others > 0 ? [`${others} recorded and not in it`] : []),
  ].join(' · ');
}

/**
 * The first of a list as a table, and how many more there are.
 * @param holds how many of the noun one row stands for: a row may be a group
 */
function listed<Item>(
  items: readonly Item[],
  { rows }: StatusLimits,
  noun: string,
  whenNone: string,
  table: (rows: readonly Item[]) => Block,
  holds: (item: Item) => number = () => 1,
): readonly Block[] {
  if (items.length === 0) return [nothing(whenNone)];
  const more = items.slice(rows).reduce((sum, item) => sum + holds(item), 0);
  const plural = noun === 'party' ? 'parties' : `${noun}s`;
  return [
    table(items.slice(0, rows)),
    ...(more > 0 ? [paragraph([{ text: `And ${more} more ${more === 1 ? noun : plural}.`, soft: true }], 'note')] : []),
  ];
}

function datesTable(caption: string, when: string, rows: readonly DatedThing[], { signs }: StatusLimits): Block {
  return recordTable(
    caption,
    rows,
    [
      [when, 20, (one) => cell(formatDate(one.on))],
      ['Who', 14, (one) => cell(one.who ?? '')],
      ['What', 66, (one) => cell(shortened(one.what, signs))],
    ],
    'small',
  );
}

type DatedThing = Pick<Deadline, 'on' | 'who' | 'what'>;
type Owed = ReleaseStatus['waits'][number]['owes'][number];

function firstOwed(owed: Owed | null, { signs }: StatusLimits): Cell {
  if (owed === null) return cell('');
  const when = owed.by === null ? '' : owed.late ? `was due ${formatDate(owed.by)}` : `by ${formatDate(owed.by)}`;
  return cell(shortened(owed.what, signs), [{ text: when, soft: true }]);
}
