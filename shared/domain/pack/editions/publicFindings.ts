import type { Finding } from '../../findings/finding.ts';
import { outcomeStatus } from '../../findings/vocabulary.ts';
import { canonicalJson } from '../../foundation/canonicalJson.ts';
import { computeReadiness, type Readiness } from '../../readiness/computeReadiness.ts';
import type { Snapshot } from '../../rulebook/snapshot.ts';

/**
 * The full edition's verdicts in the words of what is published: each finding is told anew from the public facts, and
 * where these alone would judge otherwise, its verdict stands without the words that would say why. So does that of one
 * that other releases have a say in: of these nothing is published, and without them its words would be others.
 * @param others the releases that the full edition was judged beside
 */
export function publicReadiness(whole: Readiness, published: Snapshot, others: Snapshot['otherReleases']): Readiness {
  const anew = computeReadiness(published);
  const told = byRule(anew.findings);
  const beside =
    others.length === 0 ? told : byRule(computeReadiness({ ...published, otherReleases: others }).findings);
  const counts = new Map([...byRule(whole.findings)].map(([rule, findings]) => [rule, findings.length]));
  const taken = new Map<string, number>();
  const findings = whole.findings.map((finding): Finding => {
    const { rule } = finding;
    const at = taken.get(rule) ?? 0;
    taken.set(rule, at + 1);
    const same = told.get(rule)?.length === counts.get(rule) ? told.get(rule)?.[at] : undefined;
    const holds = same && agree(same, finding) && canonicalJson(same) === canonicalJson(beside.get(rule)?.[at]);
    return holds ? same : withoutWords(finding);
  });
  return { ...anew, release: published.facts.release.name, summary: whole.summary, findings };
}

function byRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(findings, ({ rule }) => rule);
}

function agree(left: Finding, right: Finding): boolean {
  return left.outcome === right.outcome && left.severity === right.severity && left.slackDays === right.slackDays;
}

function withoutWords(finding: Finding): Finding {
  const { word } = outcomeStatus[finding.outcome];
  return {
    ...finding,
    subject: null,
    sentence: `${word}: what this rests on is not published.`,
    mend: null,
    restsOn: [],
    coveredBy: finding.coveredBy === null ? null : 'a recorded decision',
    waitsFor: null,
    mendAt: null,
  };
}
