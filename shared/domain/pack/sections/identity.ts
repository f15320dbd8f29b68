import { type CalendarDate, formatDate, formatDateWithWeekday } from '../../calendar/calendarDate.ts';
import type { Submission } from '../../records/committees.ts';
import type { Release } from '../../records/release.ts';
import type { Block, Cell, FactRow, Section, Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, nothing } from '../tables.ts';
import { dateOr, joined, notRecorded, notYet, textOr } from '../words.ts';
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
function policiesOf({ policies }: Release): string | null {
  return joined(
    (policies ?? []).map((one) =>
      joined([joined([one.name, one.version && `version ${one.version}`], ' '), one.on && formatDate(one.on)]),
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
      label: 'Approved date',
      value: goLive.approvedDate
        ? `${formatDateWithWeekday(goLive.approvedDate)}${approval ? `, approved ${approval}` : ''}`
        : [{ text: 'none approved by the as-of date', soft: true }],
    },
    ...(goLive.reason ? [{ label: 'Reason', value: goLive.reason }] : []),
    ...(beside === null ? [] : [{ label: 'Also recorded', value: beside }]),
    {
      label: 'Latest permitted date',
      value: dateOr(release.goLive.latestPermittedDate, { text: 'none recorded', soft: true }),
    },
    { label: 'Actual date', value: dateOr(release.goLive.actualDate, { text: 'has not gone live', soft: true }) },
    ...(release.closedOn ? [{ label: 'Closed', value: formatDate(release.closedOn) }] : []),
    { label: 'Policies followed', value: textOr(policiesOf(release)) },
    { label: 'User impact', value: textOr(release.userImpact) },
  ];
  const blocks: Block[] = [{ kind: 'facts', rows }, ...onBehalfBlocks(facts)];
  blocks.push({ kind: 'heading', level: 2, text: 'Parts', id: 'identity:parts', bookmark: false });
  blocks.push(
    release.goLive.parts.length === 0
      ? nothing('The release is not recorded to go live in dated parts: everything goes live on the one date.')
      : {
          kind: 'table',
          caption: 'Parts of the go-live',
          columns: [
            { title: 'Part', weight: 70 },
            { title: 'Goes live', weight: 30 },
          ],
          rows: release.goLive.parts.map((part) => [cell(textOr(part.what)), cell(dateOr(part.date))]),
        },
  );
  blocks.push({ kind: 'heading', level: 2, text: 'History of the date', id: 'identity:history', bookmark: false });
  blocks.push(
    release.goLive.changes.length === 0
      ? nothing('No change of the go-live date is recorded.')
      : {
          kind: 'table',
          caption: 'Changes of the go-live date',
          columns: [
            { title: 'Decided', weight: 17 },
            { title: 'By', weight: 15 },
            { title: 'From', weight: 17 },
            { title: 'To', weight: 17 },
            { title: 'Reason', weight: 34 },
          ],
          rows: release.goLive.changes.map((change) => [
            cell(dateOr(change.on)),
            cell(textOr(change.by)),
            cell(dateOr(change.from)),
            cell(dateOr(change.to)),
            cell(textOr(change.reason)),
          ]),
        },
  );
  blocks.push({
    kind: 'heading',
    level: 2,
    text: 'Submissions and decisions',
    id: 'identity:decisions',
    bookmark: false,
  });
  blocks.push(...submissionBlocks(context));
  blocks.push(
    ...findingBlocks('What the rules say of the date', 'identity:findings', [
      ...context.findingsOf('golive.rule-date'),
      ...context.findingsOf('golive.actual'),
      ...context.findingsOf('type.slot'),
      ...context.findingsOf('golive.weekend'),
    ]),
  );
  return { id: places.identity, title: 'Release and dates', orientation: 'portrait', ownPage: false, blocks };
}

/** Each side's signature with the start of its key and of what was signed; the whole ones are attached. */
function signaturesOf({ signatures }: Submission): readonly Span[] {
  return (signatures ?? []).map((one) => {
    const who = joined([one.organisation, one.by, one.on && formatDate(one.on)]) ?? 'unnamed';
    const seal = joined([one.key && `key ${one.key}`, one.factsSha256 && `facts ${one.factsSha256}`, one.signature]);
    return { text: `Signed: ${who}${seal ? ` · ${seal}` : ''} `, soft: true };
  });
}

/** What is dated after the day that the pack speaks of has not happened by then: it is printed, and says so. */
function eventCell(on: CalendarDate | null, asOf: CalendarDate): Cell {
  return on !== null && on > asOf ? cell(dateOr(on), [{ text: notYet(asOf), soft: true }]) : cell(dateOr(on));
}

function submissionBlocks({ facts, asOf }: PackContext): readonly Block[] {
  const blocks: Block[] = [];
  blocks.push(
    facts.submissions.length === 0
      ? nothing('No submission to the CSC is recorded yet.')
      : {
          kind: 'table',
          caption: 'Submissions to the CSC',
          columns: [
            { title: 'Submitted', weight: 20 },
            { title: 'For the meeting of', weight: 20 },
            { title: 'Presented by', weight: 22 },
            { title: 'Signed off', weight: 38 },
          ],
          rows: facts.submissions.map((one) => [
            eventCell(one.on, asOf),
            cell(dateOr(one.meeting), [
              { text: joined([one.final === true && 'the final submission', one.pack]) ?? '', soft: true },
            ]),
            cell(textOr(joined(one.presentedBy ?? [], ' and '))),
            cell(
              textOr(
                joined(
                  (one.signedOff ?? []).map((sign) =>
                    joined([sign.organisation, sign.by, sign.on && formatDate(sign.on)]),
                  ),
                  '; ',
                ),
              ),
              signaturesOf(one),
            ),
          ]),
        },
  );
  blocks.push(
    facts.decisions.length === 0
      ? nothing('No decision on this go-live is recorded yet.')
      : {
          kind: 'table',
          caption: 'Decisions',
          columns: [
            { title: 'Decided', weight: 18 },
            { title: 'By', weight: 12 },
            { title: 'Outcome', weight: 18 },
            { title: 'Wording', weight: 52 },
          ],
          rows: facts.decisions.map((one) => [
            eventCell(one.on, asOf),
            cell(textOr(one.body)),
            cell(textOr(one.outcome)),
            cell(
              textOr(one.wording),
              one.dissent ? [{ text: `Dissent: ${one.dissent}`, soft: true }] : [notRecorded].slice(1),
            ),
          ]),
        },
  );
  return blocks;
}
