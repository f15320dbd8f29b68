import { type CalendarDate, formatDate, formatDateWithWeekday } from '../../calendar/calendarDate.ts';
import { capitalise } from '../../foundation/words.ts';
import { hasHappened } from '../../records/asOf.ts';
import { isBody, theBody } from '../../records/bodies.ts';
import type { Decision } from '../../records/committees.ts';
import { conditionsBy } from '../../records/conditionNumbers.ts';
import { dueWords } from '../../records/dueWords.ts';
import { goLiveOf } from '../../rulebook/conditionGoLive.ts';
import { setByAnother } from '../../rulebook/conditionOrigin.ts';
import { decisionKindOf } from '../../rulebook/decisionKind.ts';
import { type Block, type DocumentModel, type FactRow, paragraph, type Section } from '../blocks.ts';
import { questionOf, scopeSentence } from '../decision/decisionPage.ts';
import { faceOf } from '../face.ts';
import type { PackContext } from '../packContext.ts';
import type { DecisionIdentity } from '../packIdentity.ts';
import { rulebookChangedBlocks } from '../rulebookChanged.ts';
import { cell, findingsTable, nothing, recordTable } from '../tables.ts';
import { joined, textOr, unbroken } from '../words.ts';
import { isOneOf } from './recordFacts.ts';
import { dateAsked, submissionAnswered } from './whatWasAsked.ts';

/** One decision on one page: what was asked, what was decided in which words, on which pack, under which conditions. */
export function buildRecordModel(context: PackContext, record: DecisionIdentity): DocumentModel {
  const { facts } = context;
  const decision = facts.decisions.find((one) => isOneOf(one, record)) ?? facts.decisions[0];
  const on = record.on ? formatDate(record.on) : 'on a day that is not recorded';
  return {
    face: faceOf(context, {
      status: 'Decision record',
      final: true,
      meeting: null,
      title: `${facts.release.name}: decision of ${theBody(record.body)}, ${on}`,
      subject: questionOf(context, dateAsked(facts, decision ?? null, context.asOf)),
    }),
    kicker: `Decision of ${theBody(record.body)}, ${on}`,
    cover: coverOf(context, record, decision ?? null),
    decision: null,
    sections: [],
  };
}

function coverOf(context: PackContext, record: DecisionIdentity, decision: Decision | null): Section {
  const { facts, asOf } = context;
  const { about } = facts.release;
  const { wording } = facts.recommendation;
  const blocks: readonly Block[] = [
    ...(about === null || about.trim() === '' ? [] : [paragraph(about, 'notice')]),
    part('What was asked', 'asked'),
    paragraph(questionOf(context, dateAsked(facts, decision, asOf))),
    paragraph([
      {
        text: `${scopeSentence(context)}${record.on === asOf ? '' : ` So recorded on ${formatDate(asOf)}.`}`,
        soft: true,
      },
    ]),
    paragraph([{ text: wordingLabel(record, asOf), soft: true, strong: true }], 'label'),
    paragraph(wording ?? [{ text: 'No recommended wording is recorded.', soft: true }], 'quote'),
    part('What was decided', 'decided'),
    paragraph(
      [{ text: decision?.outcome ? capitalise(decision.outcome) : 'The outcome is not recorded', strong: true }],
      'lead',
    ),
    paragraph(decision?.wording ?? [{ text: 'The wording is not recorded.', soft: true }], 'ask'),
    paragraph([
      { text: 'Dissent: ', strong: true },
      ...(decision?.dissent ? [{ text: decision.dissent }] : [{ text: 'none is recorded.', soft: true }]),
    ]),
    ...conditionBlocks(context, record),
    ...(decisionKindOf(decision?.outcome ?? null) === 'notYet' ? toComeBlocks(context, record) : []),
    ...rulebookChangedBlocks(context.snapshot.readiness.rulebook.changed, 'record:rulebook'),
    part('On what it was taken', 'basis'),
    { kind: 'facts', rows: basisRows(context, record) },
    paragraph([{ text: checkWords(context), soft: true }], 'note'),
    { kind: 'drawingNotes' },
  ];
  return { id: 'cover', title: facts.release.name, orientation: 'portrait', ownPage: false, blocks };
}

/** The wording is kept as it stands now: of an earlier day nobody recorded it. */
function wordingLabel({ body, on }: DecisionIdentity, asOf: CalendarDate): string {
  if (on === asOf) return `${capitalise(theBody(body))} was asked to agree`;
  return `The recommended wording, as it is recorded on ${formatDate(asOf)}; it may have been another then`;
}

function part(text: string, key: string): Block {
  return { kind: 'heading', level: 2, text, id: `record:${key}`, bookmark: true };
}

/** What a later decision set was no condition of this one. */
function conditionBlocks(context: PackContext, record: DecisionIdentity): readonly Block[] {
  const { facts, rules, asOf } = context;
  const conditions = conditionsBy(facts, record.on ?? asOf).set;
  const isTold = (decision: Decision) => isOneOf(decision, record);
  if (conditions.length === 0) return [part('Conditions', 'conditions'), nothing('None is recorded.')];
  return [
    part('Conditions', 'conditions'),
    recordTable('Conditions that are recorded', conditions, [
      ['No.', 5, ({ number }) => cell(String(number))],
      [
        'Condition',
        51,
        ({ condition: one }) =>
          cell(textOr(one.text), [
            {
              text: joined([one.proof && `Proof: ${one.proof}`, setByAnother(one, facts, asOf, isTold)], ' · ') ?? '',
              soft: true,
            },
          ]),
      ],
      ['Owner', 14, ({ condition: one }) => cell(textOr(one.owner))],
      [
        'Due',
        30,
        ({ condition: one }) =>
          cell(dueWords(one.due, goLiveOf(one, rules)), [
            {
              text: one.dischargedOn && one.dischargedOn <= asOf ? `discharged ${formatDate(one.dischargedOn)}` : '',
              soft: true,
            },
          ]),
      ],
    ]),
  ];
}

/** What must happen before the question can be put again. */
function toComeBlocks(context: PackContext, { on }: DecisionIdentity): readonly Block[] {
  const { facts, findings, asOf } = context;
  const isLater = (day: CalendarDate | null) => day !== null && (on === null || day > on);
  const [first] = facts.meetings
    .filter((meeting) => isBody(meeting.body, 'CSC') && isLater(meeting.on))
    .flatMap((meeting) => (meeting.on !== null && meeting.on >= asOf ? [meeting.on] : []))
    .sort();
  const meeting = first
    ? `The next recorded meeting of the CSC is on ${unbroken(formatDateWithWeekday(first))}.`
    : 'No later meeting of the CSC is recorded.';
  const [again] = facts.submissions
    .flatMap((one) => (one.on !== null && isLater(one.on) && one.on <= asOf ? [one.on] : []))
    .sort();
  const further = again
    ? `A further submission to the CSC was made on ${formatDate(again)}.`
    : 'A further submission to the CSC before the release goes live (§5.3).';
  return [
    part('What is still to come', 'toCome'),
    paragraph(`${further} ${meeting}`),
    findings.length === 0
      ? nothing(`No blocker is open as of ${formatDate(context.asOf)}.`)
      : findingsTable(`Blockers that are open as of ${formatDate(context.asOf)}`, findings, context.asOf),
  ];
}

function basisRows(context: PackContext, { pack, issuedLater, on }: DecisionIdentity): readonly FactRow[] {
  const { facts, snapshot, classification } = context;
  const put = submissionAnswered(facts.submissions, on, context.asOf);
  const signed = (put?.signedOff ?? [])
    .filter((one) => hasHappened(one.on, on ?? context.asOf))
    .map((one) => joined([one.organisation, one.by, one.on && formatDate(one.on)]));
  return [
    {
      label: 'Final pack',
      value: pack
        ? `${pack.reference}, as of ${formatDate(pack.asOf)}`
        : [{ text: 'none was registered by then', soft: true }],
    },
    ...(issuedLater
      ? [
          {
            label: 'Issued afterwards',
            value: `${issuedLater.reference}, on ${formatDate(issuedLater.issuedOn)}; the decision was not taken on it`,
          },
        ]
      : []),
    ...(pack
      ? [
          { label: 'Its SHA-256', value: pack.sha256 },
          { label: 'Its manifest', value: pack.manifestSha256 },
        ]
      : []),
    { label: 'Presented by', value: textOr(joined(put?.presentedBy ?? [], ' and ')) },
    { label: 'Signed off', value: textOr(joined(signed, '; ')) },
    { label: 'Present', value: [{ text: 'not recorded; see the minutes of the meeting', soft: true }] },
    { label: 'This record', value: `${snapshot.identity.reference}, as of ${formatDate(context.asOf)}` },
    { label: 'Classification', value: textOr(classification.mark, { text: 'not stated', soft: true }) },
  ];
}

function checkWords({ seal, snapshot }: PackContext): string {
  return `Manifest SHA-256 ${seal.manifestSha256 ?? '(not sealed: a preview)'}. The facts of this record are attached as snapshot.json. To check it: golive pack verify RECORD.pdf (SEC Go-Live ${snapshot.identity.appVersion}).`;
}
