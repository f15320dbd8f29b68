import type { Coverage } from '../coverage/computeCoverage.ts';
import type { CriterionSufficiency } from '../coverage/computeSufficiency.ts';
import { risksInOrder } from '../pack/inOrder.ts';
import type { Readiness } from '../readiness/computeReadiness.ts';
import { canonicalFacts } from '../records/canonical.ts';
import { numberedConditions } from '../records/conditionNumbers.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { tableFrom } from './column.ts';
import { coverageColumns, sufficiencyColumns } from './coverageColumns.ts';
import { findingColumns } from './findingColumns.ts';
import * as imported from './importedTables.ts';
import * as other from './otherTables.ts';
import type { Table } from './table.ts';

/** What tables are made of; a table takes what it needs. */
export interface TableInput {
  readonly facts: ReleaseFacts;
  readonly readiness: Readiness;
  readonly coverage: Coverage;
  readonly sufficiency: readonly CriterionSufficiency[];
}

type MakeTable = (input: TableInput) => Table;

/** Every table that can be taken away, under the plain name that the command line uses too. */
const tables = {
  modifications: ({ facts }) => tableFrom('Modifications', imported.modificationColumns, facts.modifications),
  scopeDecisions: ({ facts }) => tableFrom('Scope decisions', other.scopeDecisionColumns, facts.scopeDecisions),
  ridVersions: ({ facts }) => tableFrom('RID versions', other.ridVersionColumns, facts.rid.versions),
  ridComments: ({ facts }) => tableFrom('RID comments', other.ridCommentColumns, facts.rid.comments),
  tadVersions: ({ facts }) => tableFrom('TAD versions', other.tadVersionColumns, facts.tad.versions),
  phases: ({ facts }) => tableFrom('Test phases', imported.phaseColumns, facts.testPhases),
  thresholds: ({ facts }) => tableFrom('Issue thresholds', other.thresholdColumns, facts.issueThresholds),
  issues: ({ facts }) => tableFrom('Test issues', imported.issueColumns, facts.testIssues),
  notices: ({ facts }) => tableFrom('User testing notices', other.noticeColumns, facts.userTesting.notices),
  meetings: ({ facts }) => tableFrom('Meetings', other.meetingColumns, facts.meetings),
  criteria: ({ facts }) => tableFrom('Acceptance criteria', imported.criterionColumns, facts.criteria),
  evidence: ({ facts }) => tableFrom('Evidence', other.evidenceColumns, facts.evidence),
  views: ({ facts }) => tableFrom('Views', imported.viewColumns, facts.views),
  requiredBodies: ({ facts }) => tableFrom('Required bodies', other.requiredBodyColumns, facts.requiredBodies),
  risks: ({ facts }) => tableFrom('Risks', other.riskColumns, risksInOrder(facts)),
  conditions: ({ facts }) => tableFrom('Conditions', other.conditionColumns, numberedConditions(facts)),
  exceptions: ({ facts }) => tableFrom('Exceptions', other.exceptionColumns, facts.exceptions),
  submissions: ({ facts }) => tableFrom('Submissions', other.submissionColumns, facts.submissions),
  decisions: ({ facts }) => tableFrom('Decisions', other.decisionColumns, facts.decisions),
  goLiveParts: ({ facts }) => tableFrom('Go-Live parts', other.goLivePartColumns, facts.release.goLive.parts),
  goLiveChanges: ({ facts }) => tableFrom('Go-Live changes', other.goLiveChangeColumns, facts.release.goLive.changes),
  notLive: ({ facts }) => tableFrom('Not live', other.notLiveColumns, facts.release.notLive),
  coverage: ({ coverage }) => tableFrom('Coverage', coverageColumns, coverage.rows),
  sufficiency: ({ sufficiency }) => tableFrom('Sufficiency', sufficiencyColumns, sufficiency),
  findings: ({ readiness }) => tableFrom('Findings', findingColumns, readiness.findings),
} satisfies Record<string, MakeTable>;

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as readonly TableName[];

/** One table of a release, in the order in which the pack shows its records. Pure. */
export function tableOf(name: TableName, input: TableInput): Table {
  return tables[name]({ ...input, facts: canonicalFacts(input.facts) });
}
