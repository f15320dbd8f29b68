import { fieldOf } from '../../readiness/target.ts';
import type { Criterion } from '../../records/criterion.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { IssueThreshold, TestIssue } from '../../records/testing.ts';
import type { Judgement, Rule } from '../rule.ts';
import { countOf, isBlank, joinWords, quoted } from '../words.ts';
import { ownerOf, recordOf } from './criteriaMet.ts';

export const criteriaConsistent: Rule = {
  id: 'criteria.consistent',
  severity: 'blocker',
  basis: 'reading',
  clause: '§5.3',
  title: 'Numbers do not contradict the claim',
  meaning:
    'A criterion that claims to be met, while more issues are open than the maximum cited for it, is not shown to be met. The maximum and its source are what the user typed in; issues of all phases count where the maximum names none.',
  formula:
    'open issues of the severity and phase ≤ maximum open, for each maximum cited for a criterion that claims to be met',
  example: 'AC-02: met, yet 2 open severity-2 issues against a maximum of 0 (TAD v2.0 §7). Not met.',
  coverable: false,
  withoutSubjects: 'No criterion that claims to be met has a maximum of open issues cited for it.',
  evaluate: (context) => {
    const thresholds = thresholdsByCriterion(context.facts.issueThresholds);
    const issues = indexIssues(context.facts.testIssues);
    return context.applicable.flatMap((criterion) => {
      const cited = thresholds.get(criterion.reference);
      return criterion.selfStatus === 'met' && cited ? [judge(criterion, cited, issues)] : [];
    });
  },
};

/** Open issues and issues of unknown state, under `severity` and under `severity/phase`. */
interface IssueIndex {
  readonly open: ReadonlyMap<string, number>;
  readonly unknown: ReadonlyMap<string, number>;
}

interface Compared {
  readonly threshold: IssueThreshold;
  readonly open: number;
  readonly verdict: 'within' | 'over' | 'unknown';
  readonly words: string;
}

function judge(criterion: Criterion, thresholds: readonly IssueThreshold[], issues: IssueIndex): Judgement {
  const key = criterion.reference;
  const compared = thresholds.map((threshold) => compare(threshold, issues));
  const base = {
    subject: key,
    restsOn: [recordOf(criterion), ...thresholds.map((threshold) => recordName('issueThreshold', threshold))],
    waitsFor: ownerOf(criterion),
    mendAt: fieldOf('criterion', criterion, 'selfStatus'),
  };
  const over = compared.filter((one) => one.verdict === 'over');
  if (over.length > 0) {
    const sentence = `${key}: met, yet ${joinWords(over.map((one) => one.words))}.`;
    return { ...base, outcome: 'notMet', sentence, mend: `Close the issues, or correct the status of ${key}.` };
  }
  const unknown = compared.filter((one) => one.verdict === 'unknown');
  if (unknown.length > 0) {
    const sentence = `${key}: met, but nobody can tell whether the numbers agree: ${joinWords(unknown.map((one) => one.words))}.`;
    return { ...base, outcome: 'cannotTell', sentence, mend: 'Complete the threshold and the issues.' };
  }
  return { ...base, outcome: 'met', sentence: `${key}: met, with ${joinWords(compared.map((one) => one.words))}.` };
}

function compare(threshold: IssueThreshold, issues: IssueIndex): Compared {
  const { severity, phase, maximumOpen } = threshold;
  const where = isBlank(phase) ? '' : ` in ${quoted(phase ?? '')}`;
  const source = isBlank(threshold.source) ? '' : ` (${quoted(threshold.source ?? '')})`;
  if (severity === null || maximumOpen === null) {
    const lacks = severity === null ? 'names no severity' : 'names no number';
    return { threshold, open: 0, verdict: 'unknown', words: `the maximum cited for it${where} ${lacks}${source}` };
  }
  const { open, unknown } = countIssues(issues, severity, phase);
  const words = `${countOf(open, `open severity-${severity} issue`)} against a maximum of ${maximumOpen}${where}${source}`;
  if (open > maximumOpen) return { threshold, open, verdict: 'over', words };
  if (open + unknown <= maximumOpen) return { threshold, open, verdict: 'within', words };
  const more = `${countOf(unknown, 'issue')} of which the state, the severity or the phase is not stated`;
  return { threshold, open, verdict: 'unknown', words: `${words}, and ${more}` };
}

/** A blank severity or phase of an issue could be any. */
function countIssues(issues: IssueIndex, severity: number, phase: string | null) {
  const open = (key: string) => issues.open.get(key) ?? 0;
  const unknown = (key: string) => issues.unknown.get(key) ?? 0;
  if (isBlank(phase)) {
    return { open: open(`${severity}`), unknown: unknown(`${severity}`) + open('?') + unknown('?') };
  }
  const at = plain(phase ?? '');
  const unsure = [`${severity}/?`, `?/${at}`, '?/?'].reduce((sum, key) => sum + open(key) + unknown(key), 0);
  return { open: open(`${severity}/${at}`), unknown: unknown(`${severity}/${at}`) + unsure };
}

function indexIssues(issues: readonly TestIssue[]): IssueIndex {
  const open = new Map<string, number>();
  const unknown = new Map<string, number>();
  for (const issue of issues) {
    if (issue.open === false) continue;
    const map = issue.open === null ? unknown : open;
    const severity = issue.severity === null ? '?' : String(issue.severity);
    const phase = isBlank(issue.phase) ? '?' : plain(issue.phase ?? '');
    for (const key of [severity, `${severity}/${phase}`]) map.set(key, (map.get(key) ?? 0) + 1);
  }
  return { open, unknown };
}

function thresholdsByCriterion(thresholds: readonly IssueThreshold[]): ReadonlyMap<string, readonly IssueThreshold[]> {
  const map = new Map<string, IssueThreshold[]>();
  for (const threshold of thresholds) {
    const key = threshold.criterion?.trim();
    if (!key) continue;
    const list = map.get(key);
    if (list) list.push(threshold);
    else map.set(key, [threshold]);
  }
  return map;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
