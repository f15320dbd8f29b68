/** What is wrong with a value that came from outside: a path such as `fields.title` and the rest of the sentence. */
export interface UnplainValue {
  readonly where: string;
  readonly what: string;
}

/** Deeper than anything that the app knows; what is deeper is a trap or a circle. */
const deepest = 64;

/**
 * Whether a value can be kept, hashed and read back as it is: JSON's own types, whole characters, no circle. Null where
 * it can. Half of a surrogate pair would be hashed one way and stored another; a BigInt or a circle is no JSON.
 */
export function findUnplain(value: unknown, where = '', depth = 0): UnplainValue | null {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed()
        ? null
        : { where, what: 'holds half of a character (a lone surrogate); type it again' };
    case 'bigint':
      return { where, what: 'is larger than any number that the app keeps' };
    case 'function':
    case 'symbol':
      return { where, what: 'is no value that can be kept' };
    case 'object':
      return value === null ? null : findInside(value, where, depth);
    default:
      return null;
  }
}

function findInside(value: object, where: string, depth: number): UnplainValue | null {
  if (depth >= deepest) return { where: where.slice(0, 80), what: 'goes deeper than the app reads' };
  for (const [name, inner] of Object.entries(value)) {
    if (!name.isWellFormed()) return { where, what: 'has a name with half of a character (a lone surrogate)' };
    const step = Array.isArray(value) ? `${where}[${name}]` : where === '' ? name : `${where}.${name}`;
    const found = findUnplain(inner, step, depth + 1);
    if (found) return found;
  }
  return null;
}
