import { formatDate } from '../../calendar/calendarDate.ts';
import type { TestPhase } from '../../records/testing.ts';
import { isOf } from '../../rulebook/rules.ts';
import { type Block, type Cell, type Inline, paragraph, type Section, spansOf } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { evidencePlace, places } from '../places.ts';
import { cell, findingBlocks, nothing } from '../tables.ts';
import { dateOr, joined, textOr, yesNo } from '../words.ts';
import { phaseFigures } from './testFigures.ts';
import { issueBlocks, thresholdBlocks } from './testIssues.ts';

/** Test phases and issues by themselves: what a paper tells of testing. */
export function issuesSection(context: PackContext): Section {
  const { testPhases } = context.facts;
  const phases: Block = { kind: 'heading', level: 2, text: 'Test phases', id: 'testing:phases', bookmark: false };
  return {
    id: places.testing,
    title: 'Testing behind these criteria',
    orientation: 'portrait',
    ownPage: false,
    blocks: [
      ...(testPhases.length === 0 ? [] : [phases, ...phaseBlocks(context)]),
      { kind: 'heading', level: 2, text: 'Open issues against cited maximums', id: 'testing:issues', bookmark: false },
      ...thresholdBlocks(context),
      ...issueBlocks(context.facts),
    ],
  };
}

/** The TAD, test phases with planned and actual dates and counts, open issues against cited maximums, User testing. */
export function testingSection(context: PackContext): Section {
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: 'Testing Approach Document', id: 'testing:tad', bookmark: true },
    ...tadBlocks(context),
    { kind: 'heading', level: 2, text: 'Test phases', id: 'testing:phases', bookmark: true },
    ...phaseBlocks(context),
    { kind: 'heading', level: 2, text: 'Open issues against cited maximums', id: 'testing:issues', bookmark: true },
    ...thresholdBlocks(context),
    ...issueBlocks(context.facts),
    { kind: 'heading', level: 2, text: 'User testing', id: 'testing:users', bookmark: true },
    ...userTestingBlocks(context),
  ];
  const findings = context.findings.filter((one) => isOf(one, 'tad', 'userTesting'));
  blocks.push(...findingBlocks('What the rules say of testing', 'testing:findings', findings));
  return { id: places.testing, title: 'Testing', orientation: 'portrait', ownPage: false, blocks };
}

function tadBlocks({ facts }: PackContext): readonly Block[] {
  const { versions, longerPeriods } = facts.tad;
  const longer = joined(
    [
      longerPeriods.toTagMonths !== null && `${longerPeriods.toTagMonths} months to the TAG`,
      longerPeriods.publishedMonths !== null && `${longerPeriods.publishedMonths} months published`,
      longerPeriods.why,
    ],
    '; ',
  );
  return [
    versions.length === 0
      ? nothing('No version of the TAD is recorded.')
      : {
          kind: 'table',
          caption: 'Versions of the TAD',
          size: 'small',
          columns: [
            { title: 'Version', weight: 12 },
            { title: 'Issued to TAG', weight: 16 },
            { title: 'Reviewed', weight: 16 },
            { title: 'Approved', weight: 17 },
            { title: 'Finalised', weight: 16 },
            { title: 'Published', weight: 16 },
            { title: 'DCC / User', weight: 10 },
          ],
          rows: versions.map((one) => [
            cell(textOr(one.version), [{ text: one.address ?? '', soft: true }]),
            cell(dateOr(one.issuedToTagOn)),
            cell(dateOr(one.reviewedByTagOn)),
            cell(dateOr(one.approvedOn), [{ text: one.approvedBy ?? '', soft: true }]),
            cell(dateOr(one.finalisedOn)),
            cell(dateOr(one.publishedOn)),
            cell(
              [one.coversDccTesting, one.coversUserTesting]
                .map((covers) => (covers === null ? '?' : covers ? 'yes' : 'no'))
                .join(' / '),
            ),
          ]),
        },
    ...(longer === null ? [] : [nothing(`Longer periods set for this release (§5.1): ${longer}.`)]),
  ];
}

function phaseBlocks(context: PackContext): readonly Block[] {
  const { testPhases } = context.facts;
  if (testPhases.length === 0) return [nothing('No test phase is recorded.')];
  return [
    ...phaseFigures(context),
    {
      kind: 'table',
      caption: 'Test phases with dates and counts',
      size: 'small',
      columns: [
        { title: 'Phase', weight: 17 },
        { title: 'Planned', weight: 17 },
        { title: 'Actual', weight: 17 },
        { title: 'Tests', weight: 7, align: 'right' },
        { title: 'Run', weight: 7, align: 'right' },
        { title: 'Passed', weight: 8, align: 'right' },
        { title: 'Failed', weight: 7, align: 'right' },
        { title: 'Not run', weight: 8, align: 'right' },
        { title: 'Exit report', weight: 12 },
      ],
      rows: testPhases.map((one): readonly Cell[] => [
        cell([{ text: one.name ?? 'unnamed', strong: true }], [{ text: one.region ?? '', soft: true }]),
        cell(period(one.plannedStart, one.plannedEnd)),
        cell(period(one.actualStart, one.actualEnd)),
        ...[one.planned, one.run, one.passed, one.failed, one.notRun].map((count) =>
          cell(count === null ? [{ text: '–', soft: true }] : String(count)),
        ),
        cell(exitReport(context, one.exitReport)),
      ]),
    },
    ...testPhases.flatMap((one) => (one.workOffPlan === null ? [] : [workOffPlan(context, one)])),
  ];
}

function workOffPlan(context: PackContext, { name, region, workOffPlan: plan }: TestPhase): Block {
  const phase = joined([name, region], ' ') ?? 'unnamed';
  return paragraph([{ text: `Work-off plan of ${phase}: `, soft: true }, ...spansOf(exitReport(context, plan))]);
}

/** An exit report is an evidence item by its key or its reference, or a name that people know. */
function exitReport(context: PackContext, name: string | null): Inline {
  if (name === null) return [{ text: 'not recorded', soft: true }];
  const current = context.evidence(name) ?? context.rules.evidence.current(name);
  return current ? [{ text: name, to: evidencePlace(`${current.reference}@${current.version}`) }] : name;
}

function period(from: Parameters<typeof dateOr>[0], to: Parameters<typeof dateOr>[0]): Inline {
  if (!from && !to) return [{ text: 'not recorded', soft: true }];
  return `${from ? formatDate(from) : '?'} – ${to ? formatDate(to) : 'open'}`;
}

function userTestingBlocks({ facts }: PackContext): readonly Block[] {
  const { planned, from, to, notices } = facts.userTesting;
  return [
    {
      kind: 'facts',
      rows: [
        { label: 'Planned', value: yesNo(planned) },
        { label: 'When', value: period(from, to) },
      ],
    },
    notices.length === 0
      ? nothing(
          'No notice to Users is recorded; they are to be told what testing is required and when, by email and website (§5.2).',
        )
      : {
          kind: 'table',
          caption: 'Notices to Users',
          columns: [
            { title: 'Channel', weight: 25 },
            { title: 'On', weight: 25 },
            { title: 'Tells', weight: 50 },
          ],
          rows: notices.map((one) => [
            cell(textOr(one.channel)),
            cell(dateOr(one.on)),
            cell(textOr(joined(one.tells ?? []))),
          ]),
        },
  ];
}
