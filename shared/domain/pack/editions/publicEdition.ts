import type { PackSnapshot } from '../packSnapshot.ts';
import { type People, peopleOf } from './people.ts';
import { redactFacts } from './redactFacts.ts';

/**
 * The snapshot of the public edition: without withheld and closed files, persons and internal notes, and with the same
 * verdicts, for the findings are those of the full facts. What is left out of it cannot leak: the pages and the
 * attachments are made from nothing else.
 */
export function publicEdition(snapshot: PackSnapshot): PackSnapshot {
  const people = peopleOf(snapshot.facts);
  const { facts, leftOut } = redactFacts(snapshot.facts, people);
  const { identity, readiness, rulebook, otherReleases } = snapshot;
  return {
    ...snapshot,
    facts: cleared(facts, people),
    readiness: cleared(readiness, people),
    rulebook: cleared(rulebook, people),
    otherReleases,
    identity: { ...cleared(identity, people), leftOut: cleared(leftOut, people) },
  };
}

/** Every text in it without the names that were taken down; ids, dates and hashes hold none. */
function cleared<Value>(value: Value, people: People): Value {
  if (typeof value === 'string') return people.cleared(value) as Value;
  if (Array.isArray(value)) return value.map((item) => cleared(item, people)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleared(item, people)])) as Value;
}
