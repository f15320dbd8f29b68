import type { Coverage } from '../coverage/computeCoverage.ts';
import type { CriterionSufficiency } from '../coverage/computeSufficiency.ts';
import { risksInOrder } from '../pack/inOrder.ts';
import type { Readiness } from '../readiness/computeReadiness.ts';
import { canonicalFacts } from '../records/canonical.ts';
import { type NumberedCondition, numberedConditions } from '../records/conditionNumbers.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { type Column, number, tableFrom } from './column.ts';
import { columnsOf } from './columnsOf.ts';
import { coverageColumns, sufficiencyColumns } from './coverageColumns.ts';
import { findingColumns } from './findingColumns.ts';
import type { Table } from './table.ts';

/** What tables are made of; a table takes what it needs. */
export interface TableInput {
  readonly facts: ReleaseFacts;
  readonly readiness: Readiness;
  readonly coverage: Coverage;
  readonly sufficiency: readonly CriterionSufficiency[];
}

/** Conditions stand under their number of the pack. */
const numberedColumns: readonly Column<NumberedCondition>[] = [
  number('No.', (item) => item.number),
  ...columnsOf('condition').map((column) => ({
    ...column,
    of: ({ condition }: NumberedCondition) => column.of(condition),
  })),
];

type MakeTable = (input: TableInput) => Table;

/** Every table that can be taken away, under the plain name that the command line uses too. */
const tables = {
  modifications: ({ facts }) => tableFrom('Modifications', columnsOf('modification'), facts.modifications),
  scopeDecisions: ({ facts }) => tableFrom('Scope decisions', columnsOf('scopeDecision'), facts.scopeDecisions),
  ridVersions: ({ facts }) => tableFrom('RID versions', columnsOf('ridVersion'), facts.rid.versions),
  ridComments: ({ facts }) => tableFrom('RID comments', columnsOf('ridComment'), facts.rid.comments),
  tadVersions: ({ facts }) => tableFrom('TAD versions', columnsOf('tadVersion'), facts.tad.versions),
  phases: ({ facts }) => tableFrom('Test phases', columnsOf('testPhase'), facts.testPhases),
  thresholds: ({ facts }) => tableFrom('Issue thresholds', columnsOf('issueThreshold'), facts.issueThresholds),
  issues: ({ facts }) => tableFrom('Test issues', columnsOf('testIssue'), facts.testIssues),
  notices: ({ facts }) => tableFrom('User testing notices', columnsOf('userTestingNotice'), facts.userTesting.notices),
  meetings: ({ facts }) => tableFrom('Meetings', columnsOf('meeting'), facts.meetings),
  criteria: ({ facts }) => tableFrom('Acceptance criteria', columnsOf('criterion'), facts.criteria),
  evidence: ({ facts }) => tableFrom('Evidence', columnsOf('evidence'), facts.evidence),
  views: ({ facts }) => tableFrom('Views', columnsOf('view'), facts.views),
  requiredBodies: ({ facts }) => tableFrom('Required bodies', columnsOf('requiredBody'), facts.requiredBodies),
  risks: ({ facts }) => tableFrom('Risks', columnsOf('risk'), risksInOrder(facts)),
  conditions: ({ facts }) => tableFrom('Conditions', numberedColumns, numberedConditions(facts)),
  exceptions: ({ facts }) => tableFrom('Exceptions', columnsOf('exception'), facts.exceptions),
  submissions: ({ facts }) => tableFrom('Submissions', columnsOf('submission'), facts.submissions),
  decisions: ({ facts }) => tableFrom('Decisions', columnsOf('decision'), facts.decisions),
  goLiveParts: ({ facts }) => tableFrom('Go-Live parts', columnsOf('goLivePart'), facts.release.goLive.parts),
  goLiveChanges: ({ facts }) => tableFrom('Go-Live changes', columnsOf('goLiveChange'), facts.release.goLive.changes),
  notLive: ({ facts }) => tableFrom('Not live', columnsOf('notLive'), facts.release.notLive),
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
