import type { Finding } from '../../findings/finding.ts';
import { outcomeStatus } from '../../findings/vocabulary.ts';
import { computeReadiness, type Readiness } from '../../readiness/computeReadiness.ts';
import type { Snapshot } from '../../rulebook/snapshot.ts';

/**
 * The full edition's verdicts in the words of what is published: each finding is told anew from the public facts, and
 * where these alone would judge otherwise, its verdict stands without the words that would say why.
 */
export function publicReadiness(whole: Readiness, published: Snapshot): Readiness {
  const anew = computeReadiness(published);
  const byRule = new Map<string, Finding[]>();
  for (const finding of anew.findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const counts = new Map<string, number>();
  for (const { rule } of whole.findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const taken = new Map<string, number>();
  const findings = whole.findings.map((finding): Finding => {
    const at = taken.get(finding.rule) ?? 0;
    taken.set(finding.rule, at + 1);
    const told = byRule.get(finding.rule) ?? [];
    const same = told.length === counts.get(finding.rule) ? told[at] : undefined;
    return same && agree(same, finding) ? same : withoutWords(finding);
  });
  return { ...anew, release: published.facts.release.name, summary: whole.summary, findings };
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
