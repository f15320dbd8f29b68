import type { View } from '../records/committees.ts';
import type { Criterion } from '../records/criterion.ts';
import type { Modification } from '../records/modification.ts';
import type { TestIssue, TestPhase } from '../records/testing.ts';
import { type Column, date, list, number, text, word, words, yesNo } from './column.ts';

/**
 * The tables that come back: their headings are the labels of the import's fields, so that what was exported, mended in
 * a spreadsheet and imported updates the same records. Columns behind them are for reading only.
 */

export const phaseColumns: readonly Column<TestPhase>[] = [
  text('Phase', (phase) => phase.name),
  text('Region', (phase) => phase.region),
  date('Planned start', (phase) => phase.plannedStart),
  date('Planned end', (phase) => phase.plannedEnd),
  date('Actual start', (phase) => phase.actualStart),
  date('Actual end', (phase) => phase.actualEnd),
  number('Planned', (phase) => phase.planned),
  number('Run', (phase) => phase.run),
  number('Passed', (phase) => phase.passed),
  number('Failed', (phase) => phase.failed),
  number('Not run', (phase) => phase.notRun),
  text('Exit report', (phase) => phase.exitReport),
  text('Work-off plan', (phase) => phase.workOffPlan),
];

export const issueColumns: readonly Column<TestIssue>[] = [
  text('Issue', (issue) => issue.reference),
  text('Title', (issue) => issue.title),
  text('Phase', (issue) => issue.phase),
  number('Severity', (issue) => issue.severity),
  yesNo('Open', (issue) => issue.open),
  text('Workaround', (issue) => issue.workaround),
  date('Fix by', (issue) => issue.fixBy),
];

export const modificationColumns: readonly Column<Modification>[] = [
  text('Modification', (item) => item.reference),
  text('Part', (item) => item.part),
  text('Title', (item) => item.title),
  words('Impacts', 'impacts', (item) => item.impacts),
  word('Status', 'modificationStatus', (item) => item.status),
  date('Approved on', (item) => item.approvedOn),
  date('Latest approval on', (item) => item.latestApprovalOn),
  date('Approval notified on', (item) => item.approvalNotifiedOn),
  yesNo('In scope', (item) => item.inScope),
  date('Added to scope on', (item) => item.addedToScopeOn),
  date('Removed from scope on', (item) => item.removedFromScopeOn),
  text('Reason for removal', (item) => item.removalReason),
  date('Implementation date', (item) => item.implementationDate),
  text('Implementation date set by', (item) => item.implementationDateSet?.body),
  date('Implementation date set on', (item) => item.implementationDateSet?.on),
  text('Implementation date set under', (item) => item.implementationDateSet?.reference),
  text('Late addition accepted by', (item) => item.lateAddition?.body),
  date('Late addition accepted on', (item) => item.lateAddition?.on),
  text('Late addition accepted under', (item) => item.lateAddition?.reference),
  text('Why the late addition', (item) => item.lateAddition?.reason),
];

export const criterionColumns: readonly Column<Criterion>[] = [
  text('Criterion', (item) => item.reference),
  text('Wording', (item) => item.text),
  text('RID version', (item) => item.ridVersion),
  text('RID clause', (item) => item.ridClause),
  text('Family', (item) => item.family),
  text('Owner', (item) => item.owner),
  list('Corresponding bodies', (item) => item.bodies),
  text('Why no body', (item) => item.bodiesReason),
  date('Due', (item) => item.due),
  word('Self-status', 'selfStatus', (item) => item.selfStatus),
  text('Rationale', (item) => item.rationale),
  number('Items of evidence needed', (item) => item.needs?.minimumItems),
  list('Kinds of evidence needed', (item) => item.needs?.kinds),
  date('Evidence effective on or after', (item) => item.needs?.effectiveOnOrAfter),
  yesNo('Independent evidence needed', (item) => item.needs?.independent),
  text('Other opinion by', (item) => item.opinion?.by),
  word('Other opinion', 'selfStatus', (item) => item.opinion?.status),
  date('Other opinion given on', (item) => item.opinion?.on),
  text('Other opinion in words', (item) => item.opinion?.text),
];

export const viewColumns: readonly Column<View>[] = [
  text('Body', (view) => view.body),
  text('Criterion', (view) => view.criterion),
  date('Asked on', (view) => view.askedOn),
  word('Position', 'position', (view) => view.position),
  date('Given on', (view) => view.on),
  text('Meeting', (view) => view.meeting),
  text('Paper', (view) => view.paper),
  text('Wording', (view) => view.wording),
  text('Answer', (view) => view.answer),
  text('Wording of the criterion it saw', (view) => view.sawText),
  list('Evidence it saw', (view) => view.saw?.map((seen) => seen.evidence)),
];
