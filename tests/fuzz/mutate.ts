/** Numbers from 0 to 1 that a seed decides, so that a failure can be had again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What parsers stumble over: marks, ends, numbers out of range, structure in the wrong place. */
const dictionary = [
  '"',
  "'",
  '\n',
  '\r',
  '\r\n',
  '\t',
  ',',
  ';',
  '|',
  '\0',
  '\ufeff',
  '\u202e',
  '<',
  '>',
  '</',
  '/>',
  '&',
  '&amp;',
  '&x;',
  '&#0;',
  '&#x110000;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE a>',
  '<?a b?>',
  '<testsuite>',
  '</testsuite>',
  '<testcase/>',
  '<failure/>',
  'tests="-1"',
  'tests="99999999999"',
  '<row>',
  '</row>',
  '<c>',
  '<c r="ZZZZ9">',
  '<v>',
  '<f/>',
  '<si>',
  '<t>',
  '<rPh>',
  'r="0"',
  's="-1"',
  't="s"',
  '1e999',
  '-0',
  'NaN',
  '__proto__',
  'constructor',
  '31/02/2026',
  '=1+1',
  "'=1",
  '9'.repeat(400),
  ' '.repeat(500),
  '|---|---|\n',
  '_xD800_',
  '_x0000_',
  '\\',
  '=cmd|x',
  'É',
  '€',
  '😀',
].map((text) => Buffer.from(text));

const MOST_CHANGES = 6;
const LARGEST = 300_000;

/** A copy with a few bytes flipped, cut, doubled, moved, or set to something from the dictionary. */
export function mutate(bytes: Buffer, random: () => number): Buffer {
  let result: Buffer = Buffer.from(bytes);
  const changes = 1 + Math.floor(random() * MOST_CHANGES);
  for (let change = 0; change < changes; change += 1) result = changeOnce(result, random).subarray(0, LARGEST);
  return result;
}

function changeOnce(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * (bytes.length + 1));
  const length = Math.floor(random() ** 3 * 200);
  switch (Math.floor(random() * 7)) {
    case 0: {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at] = Math.floor(random() * 256);
      return copy;
    }
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 3:
      return random() < 0.3 ? bytes.subarray(0, at) : bytes;
    case 4: {
      const from = Math.floor(random() * bytes.length);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + length), bytes.subarray(at)]);
    }
    default: {
      const token = dictionary[Math.floor(random() * dictionary.length)] as Buffer;
      const keep = random() < 0.5 ? 0 : token.length;
      return Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(at + keep)]);
    }
  }
}
