import { type CalendarDate, formatDateWithWeekday } from '../../calendar/calendarDate.ts';
import type { Submission } from '../../records/committees.ts';
import type { Release } from '../../records/release.ts';
import { nobodyApproved } from '../../rulebook/context/goLiveInForce.ts';
import type { Block, FactRow, Section, Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, headingOf, nothing, recordTable } from '../tables.ts';
import { dateOr, happenedOn, happenedWords, joined, notRecorded, textOr } from '../words.ts';
import { approvalInForce, recordedBeside } from './approval.ts';
import { onBehalfBlocks } from './onBehalf.ts';

/** `System Release with Technical Specifications`, `Ad-hoc Documentation Release`. */
export function releaseKindText(release: Release): string {
  const adHoc = release.slot === null ? 'Ad-hoc ' : '';
  const kind =
    release.kind === null
      ? 'Release of unstated type'
      : release.kind === 'system'
        ? 'System Release'
        : 'Documentation Release';
  return `${adHoc}${kind}${release.technicalSpecifications === true ? ' with Technical Specifications' : ''}`;
}

/** Which policies were followed, in which version (§1). */
function policiesOf({ policies }: Release, asOf: CalendarDate): string | null {
  return joined(
    (policies ?? []).map((one) =>
      joined([joined([one.name, one.version && `version ${one.version}`], ' '), one.on && happenedWords(one.on, asOf)]),
    ),
    '; ',
  );
}

/** What the release is, its four dates kept apart, and how the date came about. */
export function identitySection(context: PackContext): Section {
  const { facts, rules } = context;
  const { release } = facts;
  const { goLive } = rules;
  const approval = approvalInForce(context);
  const beside = recordedBeside(context);
  // Once its day has come nobody can tell from here whether it went live.
  const isAhead = goLive.date !== null && rules.asOf < goLive.date;
  const rows: FactRow[] = [
    { label: 'Name', value: release.name },
    { label: 'Type', value: releaseKindText(release) },
    { label: 'Slot', value: release.slot ?? 'none: an ad-hoc release' },
    ...(release.slot === null || release.adHocReason
      ? [{ label: 'Why ad-hoc', value: textOr(release.adHocReason) }]
      : []),
    {
      label: 'Rule date',
      value: goLive.ruleDate
        ? `${formatDateWithWeekday(goLive.ruleDate)} (§3)`
        : [{ text: 'none: an ad-hoc release has no rule date', soft: true }],
    },
    {
      label: goLive.approvedDate === null || goLive.isApproved ? 'Approved date' : 'Date in force',
      value: goLive.approvedDate
        ? `${formatDateWithWeekday(goLive.approvedDate)}${approvedInWords(goLive, approval)}`
        : [{ text: 'none approved by the as-of date', soft: true }],
    },
    ...(goLive.reason ? [{ label: 'Reason', value: goLive.reason }] : []),
    ...(beside === null ? [] : [{ label: 'Also recorded', value: beside }]),
    {
      label: 'Latest permitted date',
      value: dateOr(release.goLive.latestPermittedDate, { text: 'none recorded', soft: true }),
    },
    {
      label: 'Actual date',
      value: happenedOn(
        release.goLive.actualDate,
        rules.asOf,
        isAhead ? { text: 'has not gone live', soft: true } : notRecorded,
      ),
    },
    ...(release.closedOn ? [{ label: 'Closed', value: happenedOn(release.closedOn, rules.asOf) }] : []),
    { label: 'Policies followed', value: textOr(policiesOf(release, rules.asOf)) },
    { label: 'User impact', value: textOr(release.userImpact) },
  ];
  const blocks: Block[] = [{ kind: 'facts', rows }, ...onBehalfBlocks(facts)];
  blocks.push(headingOf('Parts', 'identity:parts'));
  blocks.push(
    release.goLive.parts.length === 0
      ? nothing('The release is not recorded to go live in dated parts: everything goes live on the one date.')
      : recordTable('Parts of the Go-Live', release.goLive.parts, [
          ['Part', 70, (part) => cell(textOr(part.what))],
          ['Goes live', 30, (part) => cell(dateOr(part.date))],
        ]),
  );
  blocks.push(headingOf('History of the date', 'identity:history'));
  blocks.push(
    release.goLive.changes.length === 0
      ? nothing('No change of the Go-Live date is recorded.')
      : recordTable('Changes of the Go-Live date', release.goLive.changes, [
          ['Decided', 17, (change) => cell(happenedOn(change.on, rules.asOf))],
          ['By', 15, (change) => cell(textOr(change.by))],
          ['From', 17, (change) => cell(dateOr(change.from))],
          ['To', 17, (change) => cell(dateOr(change.to))],
          ['Reason', 34, (change) => cell(textOr(change.reason))],
        ]),
  );
  blocks.push(headingOf('Submissions and decisions', 'identity:decisions'));
  blocks.push(...submissionBlocks(context));
  blocks.push(
    ...findingBlocks(
      'What the rules say of the date',
      'identity:findings',
      [
        ...context.findingsOf('golive.rule-date'),
        ...context.findingsOf('golive.actual'),
        ...context.findingsOf('type.slot'),
        ...context.findingsOf('golive.weekend'),
      ],
      context.asOf,
    ),
  );
  return { id: places.identity, title: 'Release and dates', orientation: 'portrait', ownPage: false, blocks };
}

/** Each side's signature with the start of its key and of what was signed; the whole ones are attached. */
function signaturesOf({ signatures }: Submission, asOf: CalendarDate): readonly Span[] {
  return (signatures ?? []).map((one) => {
    const who = joined([one.organisation, one.by, one.on && happenedWords(one.on, asOf)]) ?? 'unnamed';
    const seal = joined([one.key && `key ${one.key}`, one.factsSha256 && `facts ${one.factsSha256}`, one.signature]);
    return { text: `Signed: ${who}${seal ? ` · ${seal}` : ''} `, soft: true };
  });
}

function submissionBlocks({ facts, asOf }: PackContext): readonly Block[] {
  const blocks: Block[] = [];
  blocks.push(
    facts.submissions.length === 0
      ? nothing('No submission to the CSC is recorded yet.')
      : recordTable('Submissions to the CSC', facts.submissions, [
          ['Submitted', 20, (one) => cell(happenedOn(one.on, asOf))],
          [
            'For the meeting of',
            20,
            (one) =>
              cell(dateOr(one.meeting), [
                { text: joined([one.final === true && 'the final submission', one.pack]) ?? '', soft: true },
              ]),
          ],
          ['Presented by', 22, (one) => cell(textOr(joined(one.presentedBy ?? [], ' and ')))],
          [
            'Signed off',
            38,
            (one) =>
              cell(
                textOr(
                  joined(
                    (one.signedOff ?? []).map((sign) =>
                      joined([sign.organisation, sign.by, sign.on && happenedWords(sign.on, asOf)]),
                    ),
                    '; ',
                  ),
                ),
                signaturesOf(one, asOf),
              ),
          ],
        ]),
  );
  blocks.push(
    facts.decisions.length === 0
      ? nothing('No decision on this Go-Live is recorded yet.')
      : recordTable('Decisions', facts.decisions, [
          ['Decided', 18, (one) => cell(happenedOn(one.on, asOf))],
          ['By', 12, (one) => cell(textOr(one.body))],
          ['Outcome', 18, (one) => cell(textOr(one.outcome))],
          [
            'Wording',
            52,
            (one) =>
              cell(
                textOr(one.wording),
                one.dissent ? [{ text: `Dissent: ${one.dissent}`, soft: true }] : [notRecorded].slice(1),
              ),
          ],
        ]),
  );
  return blocks;
}

/** What is recorded of an approval by nobody is told beside that, and is none. */
function approvedInWords({ isApproved }: PackContext['rules']['goLive'], approval: string | null): string {
  if (isApproved) return approval ? `, approved ${approval}` : '';
  return `; ${nobodyApproved}${approval ? ` (recorded: ${approval})` : ''}`;
}
