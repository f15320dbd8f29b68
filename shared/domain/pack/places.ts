import type { Finding } from '../findings/finding.ts';
import type { RuleArea } from '../rulebook/ruleArea.ts';
import { areaOf } from '../rulebook/rules.ts';
import { destination } from './blocks.ts';
import type { PackContext } from './packContext.ts';

/** The names under which sections and records are found by links. */
export const places = {
  decision: destination('decision'),
  recommendation: destination('recommendation'),
  since: destination('since'),
  identity: destination('identity'),
  scope: destination('scope'),
  leadTimes: destination('leadTimes'),
  rid: destination('rid'),
  testing: destination('testing'),
  matrix: destination('matrix'),
  coverage: destination('coverage'),
  criteria: destination('criteria'),
  consultation: destination('consultation'),
  transition: destination('transition'),
  conditions: destination('conditions'),
  publication: destination('publication'),
  findings: destination('findings'),
  evidence: destination('evidence'),
  leftOut: destination('leftOut'),
  reading: destination('reading'),
  words: destination('words'),
  check: destination('check'),
} as const;

export const criterionPlace = (reference: string): string => destination('criterion', reference);
export const evidencePlace = (key: string): string => destination('evidence', key);
export const matrixRow = (reference: string): string => destination('matrix', reference);
export const rulePlace = (rule: string): string => destination('rule', rule);

/** The section that tells of an area; null: the findings themselves are all there is to read. */
const sectionOfArea: Readonly<Record<RuleArea, string | null>> = {
  goLive: places.identity,
  type: places.scope,
  scope: places.scope,
  scopeLeadTimes: places.leadTimes,
  rid: places.rid,
  tad: places.testing,
  tadLeadTimes: places.leadTimes,
  userTesting: places.testing,
  criteria: places.matrix,
  evidence: null,
  input: places.consultation,
  submission: null,
  decision: null,
  conditions: places.conditions,
  publication: places.publication,
};

/** Where a reader finds what a finding speaks of: the criterion itself where it concerns one. */
export function placeOfFinding(finding: Finding, context: PackContext): string {
  const { subject } = finding;
  const area = areaOf(finding.rule);
  if (subject !== null && area === 'criteria' && context.criterion(subject)) return criterionPlace(subject);
  if (subject !== null && area === 'input') {
    const reference = subject.slice(subject.indexOf('/') + 1);
    if (context.criterion(reference)) return criterionPlace(reference);
  }
  return (area === null ? null : sectionOfArea[area]) ?? rulePlace(finding.rule);
}
