import { compareText } from '../foundation/naturalOrder.ts';
import type { Condition, Risk } from '../records/conditions.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';

/**
 * Conditions are cited by number ("subject to conditions 1 and 2"), so they stand in the order in which they were
 * recorded: that of their ids, which count up with time (UUIDv7). Without ids, in canonical order.
 */
export function conditionsInOrder(facts: ReleaseFacts): readonly Condition[] {
  return byId(facts.conditions);
}

const levels: readonly RegExp[] = [
  /critical|very high|severe/i,
  /high|major|red/i,
  /medium|moderate|amber/i,
  /low|minor|green/i,
];

/** The gravest first, as far as their words can be ranked; otherwise in the order of recording. */
export function risksInOrder(facts: ReleaseFacts): readonly Risk[] {
  const rank = ({ level }: Risk) => {
    const found = levels.findIndex((words) => words.test(level ?? ''));
    return found < 0 ? levels.length : found;
  };
  return [...byId(facts.risks)].sort((left, right) => rank(left) - rank(right));
}

function byId<Item extends { readonly id?: string | undefined }>(items: readonly Item[]): readonly Item[] {
  if (items.some((item) => item.id === undefined)) return items;
  return [...items].sort((left, right) => compareText(left.id ?? '', right.id ?? ''));
}
