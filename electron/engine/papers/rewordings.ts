import type { Condition } from '../../../shared/domain/records/conditions.ts';

type Worded = Pick<Condition, 'text' | 'dischargedOn'>;

/** How much of two wordings must be the same words: “Retest TI-101” and “Retest TI-102” ask for two things. */
const ALIKE = 0.6;

/** Whether an answer no longer has a condition of its own; what was discharged stays in any case. */
export function isGone({ text, dischargedOn }: Worded, conditions: readonly string[]): boolean {
  return dischargedOn === null && !conditions.includes(text ?? '');
}

/**
 * Which conditions of an answer before stand in a later copy in other words, by the new wording. Only one that says much the
 * same is the same: its owner, its due day and its proof were stated of it, and of no other.
 */
export function rewordings<T extends Worded>(before: readonly T[], conditions: readonly string[]): Map<string, T> {
  const wanted = conditions.filter((text) => !before.some((one) => one.text === text));
  const free = before.filter((one) => isGone(one, conditions));
  const pairs = wanted
    .flatMap((text) => free.map((old) => ({ text, old, alike: likeness(text, old.text ?? '') })))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((left, right) => right.alike - left.alike);
  const found = new Map<string, T>();
  const taken = new Set<T>();
  for (const { text, old } of pairs) {
    if (found.has(text) || taken.has(old)) continue;
    found.set(text, old);
    taken.add(old);
  }
  return found;
}

/** How many of the words of both are in the other: 1 where all are, 0 where none is. */
function likeness(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const shared =
    left.filter((word) => right.includes(word)).length + right.filter((word) => left.includes(word)).length;
  return left.length + right.length === 0 ? 0 : shared / (left.length + right.length);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-./’'][\p{L}\p{N}]+)*/gu) ?? [];
}
