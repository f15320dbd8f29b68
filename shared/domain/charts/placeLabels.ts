/** A label that wants to stand at `x` and needs `width`. */
export interface WantedLabel<Item> {
  readonly item: Item;
  readonly x: number;
  readonly width: number;
}

export interface PlacedLabel<Item> extends WantedLabel<Item> {
  /** Left edge of the text, inside the drawing. */
  readonly left: number;
  /** 0 next to the line, then outwards. */
  readonly lane: number;
}

const GAP = 8;

/**
 * Puts labels into as few lanes as needed so that none touches another; where it can, none stands in the way of the
 * lead line of one farther out. Left to right, first lane that is free: the same labels always stand in the same places.
 * @param barrier an upright line that no label may cross.
 */
export function placeLabels<Item>(
  labels: readonly WantedLabel<Item>[],
  width: number,
  barrier: number | null = null,
): readonly PlacedLabel<Item>[] {
  const inOrder = [...labels].sort((left, right) => left.x - right.x);
  const placed: PlacedLabel<Item>[] = [];
  for (const label of inOrder) {
    const left = leftOf(label, width, barrier);
    const lanes = Array.from({ length: placed.length + 1 }, (_, lane): PlacedLabel<Item> => ({ ...label, left, lane }));
    const free = lanes.filter((one) => !placed.some((other) => one.lane === other.lane && overlaps(one, other)));
    const clear = free.slice(0, 4).find((one) => !placed.some((other) => crosses(one, other)));
    const chosen = clear ?? free[0];
    if (chosen) placed.push(chosen);
  }
  return placed;
}

function leftOf<Item>(label: WantedLabel<Item>, width: number, barrier: number | null): number {
  const left = Math.max(0, Math.min(label.x - 3, width - label.width));
  const crossesIt = barrier !== null && left < barrier && left + label.width + 3 > barrier;
  return crossesIt ? Math.max(0, barrier - label.width - 5) : left;
}

/** Whether the lead line of a label farther out runs behind this one's text. */
export function isCrossed<Item>(label: PlacedLabel<Item>, all: readonly PlacedLabel<Item>[]): boolean {
  return all.some((other) => other.lane > label.lane && crosses(label, other));
}

function overlaps<Item>(one: PlacedLabel<Item>, other: PlacedLabel<Item>): boolean {
  return one.left < other.left + other.width + GAP && other.left < one.left + one.width + GAP;
}

/** The lead line of the outer label would run through the text of the inner one. */
function crosses<Item>(one: PlacedLabel<Item>, other: PlacedLabel<Item>): boolean {
  if (one.lane === other.lane) return false;
  const [outer, inner] = one.lane > other.lane ? [one, other] : [other, one];
  return outer.x > inner.left - 2 && outer.x < inner.left + inner.width + 2;
}
