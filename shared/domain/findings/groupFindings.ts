import { capitalise } from '../foundation/words.ts';
import type { Finding } from './finding.ts';

/**
 * Findings of one rule with the same outcome and reason, told once (`docs/formats.md`, Scope rules); and what several
 * rules say of the release in the same words (that the submission is still to be made, whether a TAD is needed at all).
 * What waits for different parties is told apart, so that nobody is shown another's debt.
 */
export interface FindingGroup {
  /** The rule of the first finding. */
  readonly rule: string;
  /** The sentence of the only finding; of several, the sentence without the subjects, which stand in `subjects`. */
  readonly sentence: string;
  readonly subjects: readonly string[];
  /** `§5.1, §6`: where the rules of all of them stand; null where none of them rests on a clause. */
  readonly clause: string | null;
  /** Whom every one of them waits for; null: nobody. */
  readonly waitsFor: string | null;
  /** Never empty, in the order given; for the window's and the pack's links. */
  readonly findings: readonly [Finding, ...Finding[]];
}

/**
 * For the window and the pack, never for `--json`: an ad-hoc release with twelve modifications has one line on its
 * late scope, not twelve. Keeps the order of first appearance.
 */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = groupKey(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map(groupOf);
}

function groupOf(findings: [Finding, ...Finding[]]): FindingGroup {
  const [first] = findings;
  return {
    rule: first.rule,
    sentence: findings.length === 1 || first.subject === null ? first.sentence : capitalise(reasonOf(first)),
    subjects: findings.flatMap((finding) => (finding.subject === null ? [] : [finding.subject])),
    clause: clausesOf(findings),
    waitsFor: first.waitsFor,
    findings,
  };
}

function clausesOf(findings: readonly Finding[]): string | null {
  const clauses = new Set(findings.flatMap(({ clause }) => clause?.split(', ') ?? []));
  return clauses.size === 0 ? null : [...clauses].join(', ');
}

function groupKey(finding: Finding): string {
  const { rule, severity, outcome, coveredBy, waitsFor, subject, sentence } = finding;
  if (subject === null) return JSON.stringify([severity, outcome, coveredBy, waitsFor, sentence]);
  return JSON.stringify([rule, severity, outcome, coveredBy, waitsFor, reasonOf(finding)]);
}

/** The sentence without the subject it begins with; a view's subject `TAG/AC-01` is told as `AC-01`. */
function reasonOf({ subject, sentence }: Finding): string {
  if (subject === null) return sentence;
  const names = [subject, subject.slice(subject.indexOf('/') + 1)];
  const name = names.find((one) => sentence.startsWith(`${one}: `));
  return name === undefined ? sentence : sentence.slice(name.length + 2);
}
