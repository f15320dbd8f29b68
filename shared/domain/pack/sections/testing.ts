import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { ranWords } from '../../calendar/happenedWords.ts';
import { countOf } from '../../foundation/words.ts';
import type { TestPhase } from '../../records/testing.ts';
import { noUserTesting } from '../../rulebook/context/userTestingPlanned.ts';
import { isOf } from '../../rulebook/rules.ts';
import { type Block, type Cell, type Inline, paragraph, type Section, spansOf } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, headingOf, nothing, recordTable, tableOf } from '../tables.ts';
import { happenedOn, joined, notRecorded, textOr, yesNo } from '../words.ts';
import { phaseFigures } from './testFigures.ts';
import { issueBlocks, thresholdBlocks } from './testIssues.ts';
import { evidenceNamed, versionFile } from './versionFile.ts';

/** Test phases and issues by themselves: what a paper tells of testing. */
export function issuesSection(context: PackContext): Section {
  const { testPhases } = context.facts;
  const phases: Block = headingOf('Test phases', 'testing:phases');
  return {
    id: places.testing,
    title: 'Testing behind these criteria',
    orientation: 'portrait',
    ownPage: false,
    blocks: [
      ...(testPhases.length === 0 ? [] : [phases, ...phaseBlocks(context)]),
      headingOf('Open issues against cited maximums', 'testing:issues'),
      ...thresholdBlocks(context),
      ...issueBlocks(context.facts),
    ],
  };
}

/** The TAD, test phases with planned and actual dates and counts, open issues against cited maximums, User testing. */
export function testingSection(context: PackContext): Section {
  const blocks: Block[] = [
    headingOf('Testing Approach Document', 'testing:tad', true),
    ...tadBlocks(context),
    headingOf('Test phases', 'testing:phases', true),
    ...phaseBlocks(context),
    headingOf('Open issues against cited maximums', 'testing:issues', true),
    ...thresholdBlocks(context),
    ...issueBlocks(context.facts),
    headingOf('User testing', 'testing:users', true),
    ...userTestingBlocks(context),
  ];
  const findings = context.findings.filter((one) => isOf(one, 'tad', 'userTesting'));
  blocks.push(...findingBlocks('What the rules say of testing', 'testing:findings', findings, context.asOf));
  return { id: places.testing, title: 'Testing', orientation: 'portrait', ownPage: false, blocks };
}

function tadBlocks(context: PackContext): readonly Block[] {
  const { asOf } = context;
  const { versions, longerPeriods } = context.facts.tad;
  const longer = joined(
    [
      longerPeriods.toTagMonths !== null && `${countOf(longerPeriods.toTagMonths, 'month')} to the TAG`,
      longerPeriods.publishedMonths !== null && `${countOf(longerPeriods.publishedMonths, 'month')} published`,
      longerPeriods.why,
    ],
    '; ',
  );
  return [
    versions.length === 0
      ? nothing('No version of the TAD is recorded.')
      : recordTable(
          'Versions of the TAD',
          versions,
          [
            ['Version', 12, (one) => cell(textOr(one.version), versionFile(context, one))],
            ['Issued to TAG', 16, (one) => cell(happenedOn(one.issuedToTagOn, asOf))],
            ['Reviewed', 16, (one) => cell(happenedOn(one.reviewedByTagOn, asOf))],
            [
              'Approved',
              17,
              (one) => cell(happenedOn(one.approvedOn, asOf), [{ text: one.approvedBy ?? '', soft: true }]),
            ],
            ['Finalised', 16, (one) => cell(happenedOn(one.finalisedOn, asOf))],
            ['Published', 16, (one) => cell(happenedOn(one.publishedOn, asOf))],
            [
              'DCC / User',
              10,
              (one) =>
                cell(
                  [one.coversDccTesting, one.coversUserTesting]
                    .map((covers) => (covers === null ? '?' : covers ? 'yes' : 'no'))
                    .join(' / '),
                ),
            ],
          ],
          'small',
        ),
    ...(longer === null ? [] : [nothing(`Longer periods set for this release (§5.1): ${longer}.`)]),
  ];
}

function phaseBlocks(context: PackContext): readonly Block[] {
  const { testPhases } = context.facts;
  if (testPhases.length === 0) return [nothing('No test phase is recorded.')];
  return [
    ...phaseFigures(context),
    tableOf(
      'Test phases with dates and counts',
      [
        ['Phase', 17],
        ['Planned', 17],
        ['Actual', 17],
        ['Tests', 7, 'right'],
        ['Run', 7, 'right'],
        ['Passed', 8, 'right'],
        ['Failed', 7, 'right'],
        ['Not run', 8, 'right'],
        ['Exit report', 12],
      ],
      testPhases.map((one): readonly Cell[] => [
        cell([{ text: one.name ?? 'unnamed', strong: true }], [{ text: one.region ?? '', soft: true }]),
        cell(period(one.plannedStart, one.plannedEnd)),
        cell(ranPeriod(one, context.asOf)),
        ...[one.planned, one.run, one.passed, one.failed, one.notRun].map((count) =>
          cell(count === null ? [{ text: '–', soft: true }] : String(count)),
        ),
        cell(exitReport(context, one.exitReport)),
      ]),
      'small',
    ),
    ...testPhases.flatMap((one) => (one.workOffPlan === null ? [] : [workOffPlan(context, one)])),
  ];
}

function workOffPlan(context: PackContext, { name, region, workOffPlan: plan }: TestPhase): Block {
  const phase = joined([name, region], ' ') ?? 'unnamed';
  return paragraph([{ text: `Work-off plan of ${phase}: `, soft: true }, ...spansOf(exitReport(context, plan))]);
}

function exitReport(context: PackContext, name: string | null): Inline {
  return name === null ? [{ text: 'not recorded', soft: true }] : evidenceNamed(context, name);
}

/** When a phase ran; what is recorded of it and lies ahead is marked. */
function ranPeriod({ actualStart, actualEnd }: TestPhase, asOf: CalendarDate): Inline {
  return ranWords(actualStart, actualEnd, asOf, { between: ' – ', noStart: '?', noEnd: 'open' }) ?? [notRecorded];
}

function period(from: CalendarDate | null, to: CalendarDate | null): Inline {
  if (!from && !to) return [notRecorded];
  return `${from ? formatDate(from) : '?'} – ${to ? formatDate(to) : 'open'}`;
}

/** What it means that no notice is recorded: nothing where there is no User testing. */
function noNoticeWords(none: string | null, isPlanned: boolean): string {
  if (none !== null) return `No User testing is planned${none}, so there is no notice to Users to give (§5.2).`;
  const whom = isPlanned ? 'they' : 'Where User testing is planned, Users';
  return `No notice to Users is recorded${isPlanned ? ';' : '.'} ${whom} are to be told what testing is required and when, by email and website (§5.2).`;
}

function userTestingBlocks({ facts, rules, asOf }: PackContext): readonly Block[] {
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
      ? nothing(noNoticeWords(noUserTesting(rules), planned === true))
      : recordTable('Notices to Users', notices, [
          ['Channel', 25, (one) => cell(textOr(one.channel))],
          ['On', 25, (one) => cell(happenedOn(one.on, asOf))],
          ['Tells', 50, (one) => cell(textOr(joined(one.tells ?? [])))],
        ]),
  ];
}
