/** Where the records of a list stood in the list before. Records are told apart by identity. */
export interface Places {
  /** Both lists hold the same records in the same order. */
  readonly isSame: boolean;
  /** Each record stands where it stood, or is another in the place of one. */
  readonly isInPlace: boolean;
  /** Where the record at a place of the list stood before; -1: it was not there. */
  readonly before: (at: number) => number;
  /** The places of those that were not there. */
  readonly fresh: readonly number[];
}

type Items = readonly object[];

/** Compares lists, and each pair of them once: many rules judge the same records. */
export function createPlaces(): (before: Items, items: Items) => Places {
  const compared = new Map<Items, { readonly before: Items; readonly places: Places }>();
  return (before, items) => {
    const known = compared.get(items);
    if (known?.before === before) return known.places;
    const places = placesOf(before, items);
    compared.set(items, { before, places });
    return places;
  };
}

/** Nearly all stand where they stood, or all after one place by as many further on; only what is between is looked for. */
function placesOf(before: Items, items: Items): Places {
  const shorter = Math.min(before.length, items.length);
  const shift = items.length - before.length;
  let head = before === items ? shorter : 0;
  while (head < shorter && before[head] === items[head]) head += 1;
  let tail = items.length;
  while (tail - Math.max(0, shift) > head && before[tail - shift - 1] === items[tail - 1]) tail -= 1;
  const between = new Map<object, number>();
  for (let at = head; at < tail - shift; at += 1) between.set(before[at] as object, at);
  const placeBefore = (at: number) => {
    if (at < head) return at;
    return at < tail ? (between.get(items[at] as object) ?? -1) : at - shift;
  };
  const fresh: number[] = [];
  let isInPlace = shift === 0;
  for (let at = head; at < tail; at += 1) {
    const place = placeBefore(at);
    if (place < 0) fresh.push(at);
    else if (place !== at) isInPlace = false;
  }
  return { isSame: shift === 0 && head === tail, isInPlace, before: placeBefore, fresh };
}
