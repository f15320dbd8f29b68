import { positions } from '../../shared/domain/records/committees.ts';
import { selfStatuses } from '../../shared/domain/records/criterion.ts';
import { ridContents } from '../../shared/domain/records/documents.ts';
import { evidenceStatuses } from '../../shared/domain/records/evidence.ts';
import { impacts, modificationStatuses } from '../../shared/domain/records/modification.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';

export type FieldType = 'text' | 'long' | 'date' | 'number' | 'yesNo' | 'choice' | 'choices' | 'tags';

/** How one field of a record is shown and edited. `field` may name a part of a field: `needs.minimumItems`. */
export interface FieldSpec {
  readonly field: string;
  readonly label: string;
  readonly type: FieldType;
  /** Columns of twelve. */
  readonly span: number;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string;
}

const spec = (
  field: string,
  label: string,
  type: FieldType,
  span: number,
  more: Partial<FieldSpec> = {},
): FieldSpec => ({ field, label, type, span, ...more });

/** `dccSystems` reads as `DCC Systems`. */
const words: Readonly<Record<string, string>> = {
  dccSystems: 'DCC Systems',
  userSystems: 'User Systems',
  users: 'Users',
  secDocuments: 'SEC documents',
  gbcs: 'GBCS (Schedule 8)',
  smets: 'SMETS (Schedule 9)',
  chts: 'CHTS (Schedule 10)',
  implementationPlan: 'implementation plan',
  testingApproach: 'testing approach',
  goLiveCriteria: 'Go-Live criteria',
  tad: 'TAD',
  notMet: 'not met',
  inProgress: 'in progress',
  notSubmitted: 'no evidence submitted',
  notApplicable: 'not applicable',
  supportsWithConditions: 'supports with conditions',
  doesNotSupport: 'does not support',
  noView: 'no view',
  beforeGoLive: 'before Go-Live',
  atGoLive: 'at Go-Live',
  systems: 'systems (12 months)',
  all: 'all (6 months)',
  system: 'System Release',
  documentation: 'Documentation Release',
};

export function wordFor(value: string): string {
  return words[value] ?? value;
}

const options = (values: readonly string[]) => values.map((value) => ({ value, label: wordFor(value) }));

export const fieldSpecs: Readonly<Partial<Record<RecordKind, readonly FieldSpec[]>>> = {
  goLivePart: [spec('what', 'Part', 'text', 8), spec('date', 'Goes live on', 'date', 4)],
  goLiveChange: [
    spec('from', 'From', 'date', 3),
    spec('to', 'To', 'date', 3),
    spec('by', 'Moved by', 'text', 3),
    spec('on', 'Decided on', 'date', 3),
    spec('reason', 'Reason', 'long', 12),
  ],
  notLive: [
    spec('modification', 'Modification', 'text', 3),
    spec('what', 'What is not live', 'long', 6),
    spec('until', 'Until', 'text', 3),
  ],
  modification: [
    spec('reference', 'Reference', 'text', 3),
    spec('part', 'Part', 'text', 2),
    spec('title', 'Title', 'text', 7),
    spec('impacts', 'Impacts', 'choices', 12, {
      options: options(impacts),
      hint: 'They decide whether scope is due 12 or 6 months before (§4.3).',
    }),
    spec('status', 'Status', 'choice', 4, { options: options(modificationStatuses) }),
    spec('inScope', 'In scope', 'yesNo', 4),
    spec('addedToScopeOn', 'Added to scope on', 'date', 4, { hint: 'Only where it differs from the scope decision.' }),
    spec('approvedOn', 'Approved on', 'date', 4),
    spec('latestApprovalOn', 'Approval needed by', 'date', 4),
    spec('approvalNotifiedOn', 'Approval notified on', 'date', 4),
    spec('implementationDate', 'Implementation date', 'date', 4),
    spec('implementationDateSet.body', 'Set by', 'text', 4),
    spec('implementationDateSet.on', 'Set on', 'date', 4),
    spec('lateAddition.body', 'Late addition agreed by', 'text', 4, {
      hint: 'After scope was set, the CSC may add it (§4.3).',
    }),
    spec('lateAddition.on', 'Agreed on', 'date', 4),
    spec('lateAddition.reference', 'Reference of the decision', 'text', 4),
    spec('lateAddition.reason', 'Why so late', 'long', 12),
    spec('removedFromScopeOn', 'Removed on', 'date', 4),
    spec('removalReason', 'Why removed', 'text', 8),
  ],
  scopeDecision: [
    spec('body', 'Body', 'text', 3),
    spec('on', 'On', 'date', 3),
    spec('sets', 'Sets the scope of', 'choice', 6, { options: options(['systems', 'all']) }),
    spec('decision', 'Decision', 'long', 12),
  ],
  ridVersion: [
    spec('version', 'Version', 'text', 3),
    spec('issuedOn', 'Issued on', 'date', 3),
    spec('publishedOn', 'Published on', 'date', 3),
    spec('reason', 'Reason', 'text', 3),
    spec('contains', 'Contains', 'choices', 12, { options: options(ridContents) }),
  ],
  ridComment: [
    spec('party', 'Party', 'text', 4),
    spec('on', 'On', 'date', 4),
    spec('comment', 'Comment', 'long', 12),
    spec('response', 'Response', 'long', 12),
  ],
  tadVersion: [
    spec('version', 'Version', 'text', 2),
    spec('issuedToTagOn', 'Issued to the TAG on', 'date', 5),
    spec('reviewedByTagOn', 'Reviewed by the TAG on', 'date', 5),
    spec('approvedOn', 'Approved on', 'date', 3),
    spec('approvedBy', 'Approved by', 'text', 3),
    spec('finalisedOn', 'Finalised on', 'date', 3),
    spec('publishedOn', 'Published on', 'date', 3),
    spec('coversDccTesting', 'Covers DCC testing', 'yesNo', 6),
    spec('coversUserTesting', 'Covers User testing', 'yesNo', 6),
  ],
  testPhase: [
    spec('name', 'Phase', 'text', 3),
    spec('region', 'Region', 'text', 3),
    spec('exitReport', 'Exit report', 'text', 3, { hint: 'An evidence reference.' }),
    spec('plannedStart', 'Planned start', 'date', 3),
    spec('plannedEnd', 'Planned end', 'date', 3),
    spec('actualStart', 'Actual start', 'date', 3),
    spec('actualEnd', 'Actual end', 'date', 3),
    spec('planned', 'Planned', 'number', 2),
    spec('run', 'Run', 'number', 2),
    spec('passed', 'Passed', 'number', 2),
    spec('failed', 'Failed', 'number', 2),
    spec('notRun', 'Not run', 'number', 2),
    spec('workOffPlan', 'Work-off plan', 'long', 12),
  ],
  issueThreshold: [
    spec('phase', 'Phase', 'text', 3),
    spec('severity', 'Severity', 'number', 2),
    spec('maximumOpen', 'Maximum open', 'number', 2),
    spec('source', 'Source', 'text', 3),
    spec('criterion', 'Criterion', 'text', 2),
  ],
  testIssue: [
    spec('reference', 'Reference', 'text', 3),
    spec('phase', 'Phase', 'text', 3),
    spec('severity', 'Severity', 'number', 2),
    spec('open', 'Open', 'yesNo', 4),
    spec('title', 'Title', 'text', 12),
    spec('workaround', 'Workaround', 'long', 9),
    spec('fixBy', 'Fix by', 'date', 3),
  ],
  userTestingNotice: [
    spec('channel', 'Channel', 'choice', 4, { options: options(['email', 'website']) }),
    spec('on', 'On', 'date', 4),
    spec('tells', 'Tells', 'choices', 4, { options: options(['type', 'when']) }),
  ],
  meeting: [
    spec('body', 'Body', 'text', 4),
    spec('on', 'Meets on', 'date', 4),
    spec('papersBy', 'Papers by', 'date', 4),
  ],
  criterion: [
    spec('reference', 'Reference', 'text', 3),
    spec('owner', 'Owner', 'choice', 3, { options: options(['DCC', 'SECAS']) }),
    spec('due', 'Due', 'date', 3),
    spec('family', 'Family', 'text', 3),
    spec('text', 'Wording', 'long', 12),
    spec('selfStatus', "Owner's status", 'choice', 6, { options: options(selfStatuses) }),
    spec('bodies', 'Put to', 'tags', 6, { hint: 'The bodies whose input is sought (§5.3).' }),
    spec('rationale', 'Rationale', 'long', 12),
    spec('bodiesReason', 'Why no body corresponds', 'text', 12),
    spec('ridVersion', 'RID version', 'text', 6),
    spec('ridClause', 'RID clause', 'text', 6),
    spec('needs.minimumItems', 'Needs at least', 'number', 4),
    spec('needs.kinds', 'of kind', 'tags', 8),
    spec('needs.effectiveOnOrAfter', 'effective on or after', 'date', 6),
    spec('needs.independent', 'independent', 'yesNo', 6),
  ],
  evidence: [
    spec('reference', 'Reference', 'text', 4),
    spec('version', 'Version', 'number', 2),
    spec('kind', 'Kind', 'text', 6),
    spec('title', 'Title', 'text', 12),
    spec('criteria', 'Evidence for', 'tags', 12, { hint: 'Criterion references.' }),
    spec('provider', 'Provider', 'choice', 6, { options: options(['DCC', 'SECAS']) }),
    spec('effectiveOn', 'Effective on', 'date', 6, { hint: 'The day it speaks of.' }),
    spec('status', 'Status', 'choice', 6, { options: options(evidenceStatuses) }),
    spec('statusBy', 'Decided by', 'text', 6),
    spec('statusReason', 'Reason', 'text', 12),
    spec('supersedes', 'Supersedes', 'text', 6),
    spec('classification', 'Classification', 'text', 6),
    spec('independent', 'Independent', 'yesNo', 6),
    spec('withheld', 'Withheld from packs', 'yesNo', 6, { hint: 'It is then listed by its hash.' }),
  ],
  view: [
    spec('askedOn', 'Asked on', 'date', 6),
    spec('on', 'Given on', 'date', 6),
    spec('position', 'Position', 'choice', 12, { options: options(positions) }),
    spec('wording', 'Wording', 'long', 12),
    spec('meeting', 'Meeting', 'text', 6),
    spec('paper', 'Paper', 'text', 6),
    spec('answer', 'Our answer', 'long', 12),
  ],
  requiredBody: [spec('body', 'Body', 'text', 4), spec('why', 'Why', 'text', 8)],
  risk: [
    spec('title', 'Risk', 'text', 6),
    spec('level', 'Level', 'text', 3),
    spec('owner', 'Owner', 'text', 3),
    spec('impact', 'Impact', 'long', 6),
    spec('mitigation', 'Mitigation', 'long', 6),
  ],
  condition: [
    spec('text', 'Condition', 'long', 12),
    spec('owner', 'Owner', 'text', 3),
    spec('due.when', 'Due', 'choice', 3, { options: options(['beforeGoLive', 'atGoLive']) }),
    spec('due.daysFromGoLive', 'or days after Go-Live', 'number', 3),
    spec('due.on', 'or on', 'date', 3),
    spec('proof', 'Proof', 'text', 6),
    spec('mayDischarge', 'May be discharged by', 'text', 6),
    spec('dischargedOn', 'Discharged on', 'date', 6),
    spec('dischargedBy', 'Discharged by', 'text', 6),
  ],
  exception: [
    spec('rule', 'Rule', 'text', 4),
    spec('subject', 'Subject', 'text', 2),
    spec('body', 'Accepted by', 'text', 3),
    spec('on', 'On', 'date', 3),
    spec('reference', 'Reference', 'text', 4),
    spec('reason', 'Reason', 'long', 8),
  ],
  submission: [
    spec('on', 'Submitted on', 'date', 4),
    spec('meeting', 'For the CSC meeting of', 'date', 4),
    spec('presentedBy', 'Presented by', 'tags', 4),
  ],
  decision: [
    spec('body', 'Body', 'text', 3),
    spec('on', 'On', 'date', 3),
    spec('outcome', 'Outcome', 'text', 6),
    spec('wording', 'Exact wording', 'long', 12),
    spec('dissent', 'Dissent', 'long', 12),
  ],
};

/** The fields of the release record, by screen. */
export const releaseSpecs = {
  goLive: [
    spec('goLive.approvedDate', 'Approved go-live date', 'date', 4),
    spec('goLive.approvedBy', 'Approved by', 'text', 4),
    spec('goLive.approvedOn', 'Approved on', 'date', 4),
    spec('goLive.latestPermittedDate', 'Latest permitted date', 'date', 4),
    spec('goLive.actualDate', 'Went live on', 'date', 4),
    spec('goLive.reason', 'Why off the slot', 'text', 4),
  ],
  identity: [
    spec('name', 'Name', 'text', 6),
    spec('kind', 'Type', 'choice', 6, { options: options(['system', 'documentation']) }),
    spec('technicalSpecifications', 'Technical Specifications Release', 'yesNo', 6),
    spec('impactsDccSystems', 'Impacts DCC Systems', 'yesNo', 6),
    spec('classification', 'Classification', 'text', 6),
    spec('adHocReason', 'Why ad-hoc', 'text', 6),
    spec('userImpact', 'What Users will notice', 'long', 12),
  ],
  longerPeriods: [
    spec('tad.longerPeriods.toTagMonths', 'TAD to the TAG, months', 'number', 3),
    spec('tad.longerPeriods.publishedMonths', 'TAD published, months', 'number', 3),
    spec('tad.longerPeriods.why', 'Why longer', 'text', 6),
  ],
  userTesting: [
    spec('userTesting.planned', 'User testing is planned', 'yesNo', 4),
    spec('userTesting.from', 'From', 'date', 4),
    spec('userTesting.to', 'To', 'date', 4),
  ],
  transition: [
    spec('transition.deployment', 'Deployment', 'long', 12),
    spec('transition.backOut', 'Back-out', 'long', 12),
    spec('transition.earlyLifeSupport', 'Early-life support', 'long', 12),
  ],
  ifNotGo: [
    spec('ifNotGo.consequence', 'If the answer is not yet', 'long', 12),
    spec('ifNotGo.lastMomentToStop', 'Last moment to stop', 'text', 12),
  ],
  recommendation: [
    spec('recommendation.wording', 'The CSC is asked to agree', 'long', 12),
    spec('recommendation.secas', 'SECAS recommends', 'long', 6),
    spec('recommendation.dcc', 'The DCC recommends', 'long', 6),
  ],
  publication: [
    spec('publication.releasesPageOn', 'Scope on the Releases page', 'date', 6),
    spec('publication.documentsLinkedOn', 'RID and TAD linked', 'date', 6),
    spec('publication.technicalSpecificationsOn', 'Technical Specifications', 'date', 6),
    spec('publication.testingInformationOn', 'Testing information', 'date', 6),
  ],
} satisfies Record<string, readonly FieldSpec[]>;
