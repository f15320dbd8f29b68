import type { Finding } from '../findings/finding.ts';
import { destination } from './blocks.ts';
import type { PackContext } from './packContext.ts';

/** The names under which sections and records are found by links. */
export const places = {
  decision: destination('decision'),
  recommendation: destination('recommendation'),
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
  check: destination('check'),
} as const;

export const criterionPlace = (reference: string): string => destination('criterion', reference);
export const evidencePlace = (key: string): string => destination('evidence', key);
export const matrixRow = (reference: string): string => destination('matrix', reference);
export const rulePlace = (rule: string): string => destination('rule', rule);

const sectionOfRule: readonly (readonly [RegExp, string])[] = [
  [/^scope\.(system|documents)/, places.leadTimes],
  [/^(scope|type)\./, places.scope],
  [/^tad\.(to-tag|published)/, places.leadTimes],
  [/^(tad|user-testing)\./, places.testing],
  [/^rid\./, places.rid],
  [/^input\./, places.consultation],
  [/^conditions\./, places.conditions],
  [/^golive\./, places.identity],
  [/^publication\./, places.publication],
  [/^criteria\./, places.matrix],
];

/** Where a reader finds what a finding speaks of: the criterion itself where it concerns one. */
export function placeOfFinding(finding: Finding, context: PackContext): string {
  const { subject } = finding;
  if (subject !== null && finding.rule.startsWith('criteria.') && context.criterion(subject))
    return criterionPlace(subject);
  if (subject !== null && finding.rule.startsWith('input.')) {
    const reference = subject.slice(subject.indexOf('/') + 1);
    if (context.criterion(reference)) return criterionPlace(reference);
  }
  return sectionOfRule.find(([pattern]) => pattern.test(finding.rule))?.[1] ?? rulePlace(finding.rule);
}
