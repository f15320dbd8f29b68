import type { z } from 'zod';
import type { Decision, Meeting, requiredBodySchema, Submission } from '../records/committees.ts';
import type { NumberedCondition } from '../records/conditionNumbers.ts';
import type { exceptionSchema, Risk } from '../records/conditions.ts';
import type { RidContent, RidVersion, ridCommentSchema, TadVersion } from '../records/documents.ts';
import type { Evidence } from '../records/evidence.ts';
import type {
  goLiveChangeSchema,
  goLivePartSchema,
  notLiveSchema,
  ScopeDecision,
  UserTestingNotice,
} from '../records/release.ts';
import type { IssueThreshold } from '../records/testing.ts';
import { type Column, date, list, number, text, yesNo } from './column.ts';

export const scopeDecisionColumns: readonly Column<ScopeDecision>[] = [
  text('Body', (item) => item.body),
  date('Decided on', (item) => item.on),
  text('Sets the scope of', (item) => (item.sets === null ? null : scopeWords[item.sets])),
  text('Decision', (item) => item.decision),
];

const scopeWords = { systems: 'Systems modifications', all: 'All modifications' } as const;

export const ridVersionColumns: readonly Column<RidVersion>[] = [
  text('Version', (item) => item.version),
  date('Issued on', (item) => item.issuedOn),
  date('Published on', (item) => item.publishedOn),
  text('Reason', (item) => item.reason),
  list('Contains', (item) => item.contains?.map((content) => contentWords[content])),
];

const contentWords: Readonly<Record<RidContent, string>> = {
  implementationPlan: 'Implementation plan',
  impacts: 'Impacts',
  cost: 'Cost',
  testingApproach: 'Testing approach',
  goLiveCriteria: 'Go-Live criteria',
  tad: 'TAD',
};

export const ridCommentColumns: readonly Column<z.output<typeof ridCommentSchema>>[] = [
  text('Party', (item) => item.party),
  date('Given on', (item) => item.on),
  text('Comment', (item) => item.comment),
  text('Response', (item) => item.response),
];

export const tadVersionColumns: readonly Column<TadVersion>[] = [
  text('Version', (item) => item.version),
  date('Issued to TAG on', (item) => item.issuedToTagOn),
  date('Reviewed by TAG on', (item) => item.reviewedByTagOn),
  date('Approved on', (item) => item.approvedOn),
  text('Approved by', (item) => item.approvedBy),
  date('Finalised on', (item) => item.finalisedOn),
  date('Published on', (item) => item.publishedOn),
  yesNo('Covers DCC testing', (item) => item.coversDccTesting),
  yesNo('Covers User testing', (item) => item.coversUserTesting),
];

export const thresholdColumns: readonly Column<IssueThreshold>[] = [
  text('Phase', (item) => item.phase),
  number('Severity', (item) => item.severity),
  number('Most open issues', (item) => item.maximumOpen),
  text('Source', (item) => item.source),
  text('Criterion', (item) => item.criterion),
];

export const noticeColumns: readonly Column<UserTestingNotice>[] = [
  text('Channel', (item) => item.channel),
  date('Given on', (item) => item.on),
  list('Tells', (item) => item.tells),
];

export const meetingColumns: readonly Column<Meeting>[] = [
  text('Body', (item) => item.body),
  date('Held on', (item) => item.on),
  date('Papers by', (item) => item.papersBy),
];

export const evidenceColumns: readonly Column<Evidence>[] = [
  text('Evidence', (item) => item.reference),
  number('Version', (item) => item.version),
  text('Supersedes', (item) => item.supersedes),
  text('Title', (item) => item.title),
  text('Kind', (item) => item.kind),
  list('Criteria', (item) => item.criteria),
  text('Provider', (item) => item.provider),
  yesNo('Independent', (item) => item.independent),
  date('Effective on', (item) => item.effectiveOn),
  date('Added on', (item) => item.addedOn),
  text('Status', (item) => (item.status ? item.status.charAt(0).toUpperCase() + item.status.slice(1) : null)),
  text('Status set by', (item) => item.statusBy),
  text('Reason for status', (item) => item.statusReason),
  text('Classification', (item) => item.classification),
  yesNo('Withheld', (item) => item.withheld),
  text('File', (item) => item.file),
  text('SHA-256', (item) => item.sha256),
  number('Bytes', (item) => item.bytes),
];

export const requiredBodyColumns: readonly Column<z.output<typeof requiredBodySchema>>[] = [
  text('Body', (item) => item.body),
  text('Why', (item) => item.why),
];

export const riskColumns: readonly Column<Risk>[] = [
  text('Risk', (item) => item.title),
  text('Impact', (item) => item.impact),
  text('Mitigation', (item) => item.mitigation),
  text('Owner', (item) => item.owner),
  text('Level', (item) => item.level),
];

export const conditionColumns: readonly Column<NumberedCondition>[] = [
  number('No.', (item) => item.number),
  text('Condition', ({ condition: item }) => item.text),
  text('Owner', ({ condition: item }) => item.owner),
  text('Due', ({ condition: item }) => (item.due?.when ? dueWords[item.due.when] : null)),
  number('Days from Go-Live', ({ condition: item }) => item.due?.daysFromGoLive),
  date('Due on', ({ condition: item }) => item.due?.on),
  text('Proof', ({ condition: item }) => item.proof),
  text('May be discharged by', ({ condition: item }) => item.mayDischarge),
  date('Discharged on', ({ condition: item }) => item.dischargedOn),
  text('Discharged by', ({ condition: item }) => item.dischargedBy),
];

const dueWords = { beforeGoLive: 'Before Go-Live', atGoLive: 'At Go-Live' } as const;

export const exceptionColumns: readonly Column<z.output<typeof exceptionSchema>>[] = [
  text('Rule', (item) => item.rule),
  text('Subject', (item) => item.subject),
  text('Body', (item) => item.body),
  date('Decided on', (item) => item.on),
  text('Reference', (item) => item.reference),
  text('Reason', (item) => item.reason),
];

export const submissionColumns: readonly Column<Submission>[] = [
  date('Submitted on', (item) => item.on),
  date('Meeting', (item) => item.meeting),
  list('Presented by', (item) => item.presentedBy),
  list('Signed off', (item) =>
    item.signedOff?.map(({ organisation, by, on }) => [organisation, by, on].filter(Boolean).join(', ')),
  ),
  text('Pack', (item) => item.pack),
];

export const decisionColumns: readonly Column<Decision>[] = [
  text('Body', (item) => item.body),
  date('Decided on', (item) => item.on),
  text('Outcome', (item) => item.outcome),
  text('Wording', (item) => item.wording),
  text('Dissent', (item) => item.dissent),
];

export const goLivePartColumns: readonly Column<z.output<typeof goLivePartSchema>>[] = [
  text('Part', (item) => item.what),
  date('Goes live on', (item) => item.date),
];

export const goLiveChangeColumns: readonly Column<z.output<typeof goLiveChangeSchema>>[] = [
  date('From', (item) => item.from),
  date('To', (item) => item.to),
  text('Changed by', (item) => item.by),
  date('Changed on', (item) => item.on),
  text('Reason', (item) => item.reason),
];

export const notLiveColumns: readonly Column<z.output<typeof notLiveSchema>>[] = [
  text('Modification', (item) => item.modification),
  text('What is not live', (item) => item.what),
  text('Until', (item) => item.until),
];
