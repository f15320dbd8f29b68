import type { Finding, Outcome } from '../findings/finding.ts';
import { recordsOf } from '../records/canonical.ts';
import { keyOf, listKinds } from '../records/recordKinds.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { titleOf } from '../rulebook/titleOf.ts';
import type { Change } from './change.ts';

/** From what hinders most to what hinders least: a change towards the end is a change for the better. */
const ladder: readonly Outcome[] = ['notMet', 'cannotTell', 'notDue', 'covered', 'met', 'notApplicable'];

/** Facts, and what the rules find on them. */
export interface Judged {
  readonly facts: ReleaseFacts;
  readonly findings: readonly Finding[];
}

/**
 * What the rules make of the changes: findings that changed their outcome, arose or no longer arise. A finding on a record
 * that is called otherwise since is the same finding.
 */
export function findingChanges(before: Judged, after: Judged): readonly Change[] {
  const was = byName(before.findings, subjectsSince(before.facts, after.facts));
  const is = byName(after.findings);
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
function byName(
  findings: readonly Finding[],
  subjectOf: (subject: string) => string = (subject) => subject,
): ReadonlyMap<string, Finding> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const subject = finding.subject === null ? null : subjectOf(finding.subject);
      const name = JSON.stringify([finding.rule, subject, finding.basis]);
      const number = (seen.get(name) ?? 0) + 1;
      seen.set(name, number);
      return [`${name} ${number}`, finding] as const;
    }),
  );
}

/**
 * What a finding was on, as it is called now: `AC-02` that became `AC-09`, and so `TAG/AC-02`. A name that records of two
 * kinds had tells not which of them is meant, and stays.
 */
function subjectsSince(before: ReleaseFacts, after: ReleaseFacts): (subject: string) => string {
  const renamed = new Map<string, string>();
  const unsure = new Set<string>();
  for (const kind of listKinds) {
    const now = new Map(recordsOf(after, kind).map((record) => [record.id, keyOf(kind, record as never)]));
    for (const record of recordsOf(before, kind)) {
      const was = keyOf(kind, record as never);
      const is = (record.id ? now.get(record.id) : undefined) ?? was;
      if (renamed.has(was) && renamed.get(was) !== is) unsure.add(was);
      renamed.set(was, is);
    }
  }
  return (subject) => (unsure.has(subject) ? subject : (renamed.get(subject) ?? subject));
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
