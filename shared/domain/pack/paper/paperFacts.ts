import { type Finding, summarise } from '../../findings/finding.ts';
import { bodyOf } from '../../records/bodies.ts';
import type { Criterion } from '../../records/criterion.ts';
import type { Evidence } from '../../records/evidence.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../records/releaseFacts.ts';
import type { IssueThreshold, TestIssue } from '../../records/testing.ts';
import { isOf } from '../../rulebook/rules.ts';
import type { Snapshot } from '../../rulebook/snapshot.ts';
import { plainPhase } from '../../testing/issueCells.ts';
import type { PackSnapshot } from '../packSnapshot.ts';

/** The criteria that correspond to a body, and those on which it was asked anyway. */
export function criteriaOfBody(facts: ReleaseFacts, body: string): readonly Criterion[] {
  const asked = new Set(facts.views.filter((view) => bodyOf(view.body) === body).map((view) => view.criterion));
  return facts.criteria.filter(
    (criterion) => asked.has(criterion.reference) || (criterion.bodies ?? []).some((name) => bodyOf(name) === body),
  );
}

/**
 * What of a release concerns one body: its criteria, their evidence, its own views, the test phases and issues that the
 * criteria cite, and every maximum that these issues count against, whoever's criterion it is linked to. A paper holds nothing else, so that it can go to people who do not see the whole pack.
 */
export function paperFacts(facts: ReleaseFacts, body: string): ReleaseFacts {
  const criteria = criteriaOfBody(facts, body);
  const references = new Set(criteria.map((criterion) => criterion.reference));
  const views = facts.views.filter((view) => bodyOf(view.body) === body && references.has(view.criterion));
  const seen = new Set(views.flatMap((view) => (view.saw ?? []).map((item) => item.evidence.replace(/@\d+$/, ''))));
  const evidence = facts.evidence.filter((item) => isLinked(item, references) || seen.has(item.reference));
  const cited = facts.issueThresholds.filter((one) => one.criterion !== null && references.has(one.criterion.trim()));
  const phases = new Set(cited.map((one) => plainPhase(one.phase)));
  // A maximum without a phase counts every issue, and an issue without a phase may count against any maximum.
  const concerns = (phase: string | null) => phases.has('') || phases.has(plainPhase(phase));
  const mayCount = (phase: string | null) => concerns(phase) || (phases.size > 0 && plainPhase(phase) === '');
  return releaseFactsSchema.parse({
    release: facts.release,
    modifications: facts.modifications,
    criteria,
    evidence,
    views,
    ...maximumsThatApply(facts, cited, (issue) => mayCount(issue.phase), references),
    testPhases: facts.testPhases.filter((phase) => concerns(phase.name)),
    meetings: facts.meetings.filter((meeting) => meeting.body !== null && bodyOf(meeting.body) === body),
    requiredBodies: facts.requiredBodies.filter((one) => one.body !== null && bodyOf(one.body) === body),
  });
}

/**
 * The maximums and the issues of a paper: an issue stands with every maximum that counts it, and a maximum with every
 * issue that counts or may count against it, so that each stands as it does in the pack. Of criteria that are not in the
 * paper it says nothing.
 */
function maximumsThatApply(
  facts: ReleaseFacts,
  cited: readonly IssueThreshold[],
  concerns: (issue: TestIssue) => boolean,
  references: ReadonlySet<string>,
): Pick<ReleaseFacts, 'issueThresholds' | 'testIssues'> {
  const maximums = new Set(cited);
  // By phase and severity: a release may have a hundred thousand issues, and few of those.
  const nameOf = (issue: TestIssue) => `${issue.severity}/${plainPhase(issue.phase)}`;
  const cells = new Map(facts.testIssues.map((issue) => [nameOf(issue), issue]));
  const held = new Set([...cells].flatMap(([name, issue]) => (concerns(issue) ? [name] : [])));
  const isIn = (one: IssueThreshold, issue: TestIssue) => isEither(plainPhase(one.phase), '', plainPhase(issue.phase));
  const counts = (one: IssueThreshold, issue: TestIssue) => isIn(one, issue) && one.severity === issue.severity;
  const mayCount = (one: IssueThreshold, issue: TestIssue) =>
    (plainPhase(issue.phase) === '' || isIn(one, issue)) && isEither(issue.severity, null, one.severity);
  let size = -1;
  while (size !== maximums.size + held.size) {
    size = maximums.size + held.size;
    for (const [name, issue] of cells)
      for (const one of facts.issueThresholds) if (held.has(name) && counts(one, issue)) maximums.add(one);
    const added = [...maximums].filter((one) => !cited.includes(one));
    for (const [name, issue] of cells) if (added.some((one) => mayCount(one, issue))) held.add(name);
  }
  const known = new Set(facts.criteria.map((criterion) => criterion.reference));
  return {
    issueThresholds: facts.issueThresholds.flatMap((one) => {
      if (!maximums.has(one)) return [];
      const criterion = one.criterion?.trim() ?? '';
      return [known.has(criterion) && !references.has(criterion) ? { ...one, criterion: null } : one];
    }),
    testIssues: facts.testIssues.filter((issue) => held.has(nameOf(issue))),
  };
}

function isEither<Value>(value: Value, one: Value, other: Value): boolean {
  return value === one || value === other;
}

/** Whether an item belongs to one of these criteria. */
export function isLinked(item: Evidence, references: ReadonlySet<string>): boolean {
  return (item.criteria ?? []).some((reference) => references.has(reference));
}

/** The paper's own snapshot: the facts above, and of the findings those on its criteria and on what the body was asked. */
export function paperSnapshot(
  full: Snapshot & Pick<PackSnapshot, 'readiness'>,
  body: string,
): Omit<PackSnapshot, 'format' | 'version' | 'identity'> {
  const facts = paperFacts(full.facts, body);
  const references = new Set(facts.criteria.map((criterion) => criterion.reference));
  const findings = full.readiness.findings.filter((finding) => concerns(finding, body, references));
  return {
    ...full,
    facts,
    otherReleases: [],
    readiness: { ...full.readiness, findings, summary: summarise(findings) },
  };
}

function concerns(finding: Finding, body: string, references: ReadonlySet<string>): boolean {
  const { subject } = finding;
  if (subject === null) return false;
  if (isOf(finding, 'criteria')) return references.has(subject);
  return isOf(finding, 'input') && subject.startsWith(`${body}/`) && references.has(subject.slice(body.length + 1));
}
