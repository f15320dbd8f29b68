import type { Finding, Outcome } from '../findings/finding.ts';
import { titleOf } from '../rulebook/titleOf.ts';
import type { Change } from './change.ts';

/** From what hinders most to what hinders least: a change towards the end is a change for the better. */
const ladder: readonly Outcome[] = ['notMet', 'cannotTell', 'notDue', 'covered', 'met', 'notApplicable'];

/** What the rules make of the changes: findings that changed their outcome, arose or no longer arise. */
export function findingChanges(before: readonly Finding[], after: readonly Finding[]): readonly Change[] {
  const was = byName(before);
  const is = byName(after);
  const changed = [...is].flatMap(([name, finding]) => changeOf(was.get(name) ?? null, finding));
  const gone = [...was].flatMap(([name, finding]) => (!is.has(name) && isOpen(finding) ? [finding] : []));
  return [
    ...changed,
    ...gone.map(
      (finding): Change => ({
        about: 'finding',
        kind: 'finding.gone',
        subject: finding.subject,
        sentence: `${titleOf(finding)}: no longer arises; it was ${outcomeWords[finding.outcome]}. ${finding.sentence}`,
      }),
    ),
  ];
}

function changeOf(before: Finding | null, after: Finding): readonly Change[] {
  const base = { about: 'finding' as const, subject: after.subject };
  if (before === null) {
    if (!isOpen(after)) return [];
    const sentence = `${titleOf(after)}: new, ${outcomeWords[after.outcome]}. ${after.sentence}`;
    return [{ ...base, kind: 'finding.new', sentence }];
  }
  if (before.outcome === after.outcome) return [];
  const better = ladder.indexOf(after.outcome) > ladder.indexOf(before.outcome);
  const sentence = `${titleOf(after)}: was ${outcomeWords[before.outcome]}, is now ${outcomeWords[after.outcome]}. ${after.sentence}`;
  return [{ ...base, kind: better ? 'finding.better' : 'finding.worse', sentence }];
}

function isOpen(finding: Finding): boolean {
  return finding.outcome === 'notMet' || finding.outcome === 'cannotTell';
}

/** One rule may judge one subject several times (by the guidance and as practice, say): those are told apart by number. */
function byName(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const name = JSON.stringify([finding.rule, finding.subject, finding.basis]);
      const number = (seen.get(name) ?? 0) + 1;
      seen.set(name, number);
      return [`${name} ${number}`, finding] as const;
    }),
  );
}

/** The outcome as a word of a sentence. */
const outcomeWords: Readonly<Record<Outcome, string>> = {
  met: 'met',
  notMet: 'not met',
  covered: 'covered',
  notDue: 'not due',
  cannotTell: '“cannot tell”',
  notApplicable: 'not applicable',
};
