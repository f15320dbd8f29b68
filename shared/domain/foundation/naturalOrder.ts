/**
 * The order in which people expect references: AC-2 before AC-10, MP77 before MP150. Locale-free, so that every
 * machine sorts alike and the same facts give the same pack. Walks both texts at once without taking them apart, for
 * every computation begins by bringing tens of thousands of records into this order.
 */
export function compareNatural(left: string, right: string): number {
  if (left === right) return 0;
  let at = 0;
  let other = 0;
  while (at < left.length && other < right.length) {
    const code = left.charCodeAt(at);
    const otherCode = right.charCodeAt(other);
    if (isDigit(code) && isDigit(otherCode)) {
      const end = endOfNumber(left, at);
      const otherEnd = endOfNumber(right, other);
      const order = numberAt(left, at, end) - numberAt(right, other, otherEnd);
      if (order !== 0) return order;
      at = end;
      other = otherEnd;
    } else if (code !== otherCode) {
      return code - otherCode;
    } else {
      at += 1;
      other += 1;
    }
  }
  return left.length - at - (right.length - other) || compareText(left, right);
}

/** Code-unit order: total, stable and the same everywhere. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Sorts by a natural key that is computed once for each item; ties go to `tie`. Returns a new array. */
export function sortNaturally<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  tie: (left: Item, right: Item) => number = () => 0,
): Item[] {
  if (isSorted(items, keyOf, tie)) return [...items];
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  keyed.sort((left, right) => compareNatural(left.key, right.key) || tie(left.item, right.item));
  return keyed.map((entry) => entry.item);
}

/** Facts mostly come sorted; to see that is linear and keeps nothing. */
function isSorted<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  tie: (left: Item, right: Item) => number,
): boolean {
  let before: { readonly item: Item; readonly key: string } | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (before && (compareNatural(before.key, key) || tie(before.item, item)) > 0) return false;
    before = { item, key };
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Fifteen digits at most, the most that a number holds exactly. */
function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && end - start < 15 && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** Read digit by digit: cutting out the text costs more than the whole comparison. */
function numberAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}
