import { bodyOf } from '../records/bodies.ts';
import type { Position } from '../records/committees.ts';
import type { Criterion } from '../records/criterion.ts';

/** Where one body stands on one criterion: what it said last, whether it was asked, whether what it saw has changed. */
export interface PositionOf {
  readonly position: Position | null;
  readonly asked: boolean;
  readonly stale: boolean;
}

/** How many criteria one body supports, supports with conditions, and so on. */
export interface PositionCounts {
  readonly body: string;
  readonly supports: number;
  readonly conditions: number;
  readonly against: number;
  /** No view, deferred, or asked and not answered. */
  readonly other: number;
  readonly stale: number;
  readonly notAsked: number;
}

/** A body is concerned by what is mapped to it, under any of its names, and by what it was asked or said anyway. */
function isConcerned(criterion: Criterion, body: string, { position, asked }: PositionOf): boolean {
  return position !== null || asked || (criterion.bodies ?? []).some((name) => bodyOf(name) === body);
}

/**
 * The counts of one body, for window and pack alike; null where no criterion concerns it. A stale view still counts
 * under its position.
 */
export function countPositions(
  body: string,
  criteria: readonly Criterion[],
  of: (criterion: Criterion) => PositionOf,
): PositionCounts | null {
  const all = criteria.map((criterion) => ({ criterion, at: of(criterion) }));
  const concerned = all.filter(({ criterion, at }) => isConcerned(criterion, body, at)).map(({ at }) => at);
  if (concerned.length === 0) return null;
  const count = (test: (one: PositionOf) => boolean) => concerned.filter(test).length;
  const supports = count((one) => one.position === 'supports');
  const conditions = count((one) => one.position === 'supportsWithConditions');
  const against = count((one) => one.position === 'doesNotSupport');
  const notAsked = count((one) => one.position === null && !one.asked);
  const other = concerned.length - supports - conditions - against - notAsked;
  return { body, supports, conditions, against, other, stale: count((one) => one.stale), notAsked };
}
