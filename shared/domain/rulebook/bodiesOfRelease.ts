import { compareText } from '../foundation/naturalOrder.ts';
import { bodyOf } from '../records/bodies.ts';
import type { Criterion } from '../records/criterion.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';

/** The two bodies of §5.3, first wherever bodies stand side by side. */
const first: readonly string[] = ['TAG', 'OPSG'];

/** Each body that the release speaks of, once and under its short name, the two of §5.3 first. */
export function bodiesOfRelease(facts: ReleaseFacts): readonly string[] {
  const named = [
    ...facts.criteria.flatMap((criterion) => criterion.bodies ?? []),
    ...facts.views.map((view) => view.body),
    ...facts.requiredBodies.flatMap((required) => required.body ?? []),
  ];
  const known = named.filter((body) => body.trim() !== '').map(bodyOf);
  return [...new Set([...first, ...known.sort(compareText)])];
}

/** The bodies that at least one criterion is put to, in the same order. */
export function bodiesPutTo(facts: ReleaseFacts): readonly string[] {
  return bodiesOfRelease(facts).filter((body) => facts.criteria.some((criterion) => isPutTo(criterion, body)));
}

/** Whether the criterion's input is sought from the body, under any of the body's names. */
export function isPutTo(criterion: Pick<Criterion, 'bodies'>, body: string): boolean {
  return criterion.bodies?.some((named) => bodyOf(named) === body) ?? false;
}
