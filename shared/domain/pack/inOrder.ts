import { compareText } from '../foundation/naturalOrder.ts';
import type { Risk } from '../records/conditions.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';

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
