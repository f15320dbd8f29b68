import { limits } from './limits.ts';

/** A parsed text, and how many values it holds: what it takes in memory follows from their number, not from its length. */
export interface ParsedJson {
  readonly value: unknown;
  readonly values: number;
}

/** The parsed text; undefined where it is no JSON, or nests more deeply than a record can. */
export function parseJson(text: string): ParsedJson | undefined {
  const values = countValues(text);
  if (values === null) return undefined;
  try {
    return { value: JSON.parse(text) as unknown, values };
  } catch {
    return undefined;
  }
}

/** Counted before parsing, for a parser works its way down first. Null: too deep. */
function countValues(text: string): number | null {
  let depth = 0;
  let values = 1;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x2c) values += 1;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      values += 1;
      if (depth > limits.depth) return null;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return values;
}
