import type { Finding } from '../../shared/domain/findings/finding.ts';
import type { RuleArea } from '../../shared/domain/rulebook/ruleArea.ts';
import { isOf } from '../../shared/domain/rulebook/rules.ts';
import type { Screen } from '../stores/appStore.ts';

interface Spoken {
  readonly areas: readonly RuleArea[];
  /** Single rules of other areas that are spoken of there, too. */
  readonly rules?: readonly string[];
}

/** Of what the rules speak on each screen. Something that is kept in two places is told in both. */
const spokenOn: Partial<Readonly<Record<Screen, Spoken>>> = {
  scope: { areas: ['scope', 'scopeLeadTimes', 'rid', 'type'] },
  dates: { areas: ['goLive', 'tad', 'tadLeadTimes', 'userTesting', 'scopeLeadTimes', 'publication'] },
  criteria: { areas: ['criteria'] },
  evidence: { areas: ['evidence'], rules: ['criteria.evidenced', 'criteria.sufficient'] },
  testing: { areas: ['userTesting'], rules: ['criteria.consistent'] },
  committees: { areas: ['input'] },
  conditions: { areas: ['conditions'] },
  pack: { areas: ['submission', 'decision'] },
};

/** What the rulebook says on a screen: the list that stands there, and what the sidebar counts. */
export function findingsOn(screen: Screen, findings: readonly Finding[]): readonly Finding[] {
  const { areas, rules = [] } = spokenOn[screen] ?? { areas: [] };
  return findings.filter((finding) => isOf(finding, ...areas) || rules.includes(finding.rule));
}

/**
 * How many of them ask something of somebody: what is not met or cannot be told, and still can be mended. Each counts, as in
 * the header and the list of releases, however few lines say them.
 */
export function waitingFindings(findings: readonly Finding[], isStillAsked: (rule: string) => boolean): number {
  return findings.filter(
    ({ outcome, rule }) => (outcome === 'notMet' || outcome === 'cannotTell') && isStillAsked(rule),
  ).length;
}
