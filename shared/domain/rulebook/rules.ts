import type { Rule } from './rule.ts';
import type { RuleArea } from './ruleArea.ts';
import { commentsAnswered } from './rules/commentsAnswered.ts';
import { conditionsComplete } from './rules/conditionsComplete.ts';
import { conditionsOverdue } from './rules/conditionsOverdue.ts';
import { criteriaConsistent } from './rules/criteriaConsistent.ts';
import { criteriaEvidenced } from './rules/criteriaEvidenced.ts';
import { criteriaExist, criteriaMet } from './rules/criteriaMet.ts';
import { criteriaOwnedAndAssessed } from './rules/criteriaOwned.ts';
import { criteriaRidVersion } from './rules/criteriaRidVersion.ts';
import { criteriaSufficient } from './rules/criteriaSufficient.ts';
import { decisionRecorded } from './rules/decision.ts';
import { evidenceAcceptedContent } from './rules/evidenceAcceptedContent.ts';
import { goLiveRuleDate, goLiveWeekend } from './rules/goLive.ts';
import { goLiveActual } from './rules/goLiveActual.ts';
import { inputAnswered, inputFresh } from './rules/inputFresh.ts';
import { inputGiven } from './rules/inputGiven.ts';
import { inputOtherBodies, inputReceived } from './rules/inputReceived.ts';
import { publicationKept } from './rules/publicationKept.ts';
import { typeAdHocDccImpact, typeAdHocReason, typeDocumentationNoDccImpact } from './rules/releaseType.ts';
import { ridCommentsAnswered, ridContents, ridCurrent, ridExists, ridPublished } from './rules/rid.ts';
import { scopeApproved, scopeLatestApproval } from './rules/scopeApproval.ts';
import { scopeComplete } from './rules/scopeComplete.ts';
import { scopeImplementationDate } from './rules/scopeImplementationDate.ts';
import { scopeDocuments6Months, scopeSystem12Months } from './rules/scopeLeadTimes.ts';
import { scopeFallenOut, scopeLateReason, scopeNotEmpty } from './rules/scopeMembership.ts';
import { submissionInTime, submissionPresented } from './rules/submission.ts';
import { submissionSigned } from './rules/submissionSigned.ts';
import { tadContents, tadCurrent, tadOrder } from './rules/tadDocument.ts';
import { tadLongerPeriodReason, tadPublished6Months, tadToTag9Months } from './rules/tadLeadTimes.ts';
import {
  typeOneTechnicalSpecificationsAYear,
  typeTechnicalSpecificationsMark,
} from './rules/technicalSpecifications.ts';
import { typeSlot } from './rules/typeSlot.ts';
import { userTestingNotice } from './rules/userTesting.ts';

/** Every rule of the rulebook, in the order in which findings, the window and the pack list them. */
export const rules: readonly Rule[] = [
  goLiveRuleDate,
  goLiveActual,
  goLiveWeekend,
  typeSlot,
  typeDocumentationNoDccImpact,
  typeTechnicalSpecificationsMark,
  typeOneTechnicalSpecificationsAYear,
  typeAdHocDccImpact,
  typeAdHocReason,
  scopeNotEmpty,
  scopeFallenOut,
  scopeComplete,
  scopeSystem12Months,
  scopeDocuments6Months,
  scopeLateReason,
  scopeApproved,
  scopeLatestApproval,
  scopeImplementationDate,
  ridExists,
  ridCurrent,
  ridContents,
  ridPublished,
  ridCommentsAnswered,
  tadToTag9Months,
  tadPublished6Months,
  tadLongerPeriodReason,
  tadOrder,
  tadContents,
  tadCurrent,
  userTestingNotice,
  criteriaExist,
  criteriaMet,
  criteriaEvidenced,
  criteriaConsistent,
  criteriaOwnedAndAssessed,
  criteriaSufficient,
  criteriaRidVersion,
  evidenceAcceptedContent,
  inputGiven,
  inputReceived,
  inputFresh,
  inputOtherBodies,
  inputAnswered,
  submissionPresented,
  submissionInTime,
  submissionSigned,
  commentsAnswered,
  decisionRecorded,
  conditionsComplete,
  conditionsOverdue,
  publicationKept,
];

const areas = new Map(rules.map(({ id, area }) => [id, area]));

/** What a rule speaks of, by its id; null where this version has no such rule (a pack of another version may). */
export function areaOf(rule: string): RuleArea | null {
  return areas.get(rule) ?? null;
}

/** Whether a finding is of a rule of one of these areas. */
export function isOf(finding: { readonly rule: string }, ...wanted: readonly RuleArea[]): boolean {
  const area = areaOf(finding.rule);
  return area !== null && wanted.includes(area);
}
