import { compareText } from './naturalOrder.ts';

/**
 * One text for one value: keys in code-unit order, two spaces, no undefined, a newline at the end. Written so that
 * anybody can read it, and the same on every machine so that its SHA-256 means something.
 */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(ordered(value), null, 2)}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  // A null prototype: a key named __proto__ stays a key.
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, item] of entries.sort(([left], [right]) => compareText(left, right))) result[key] = ordered(item);
  return result;
}
