/** Where an object of a JSON text states a key for the second time: the path of the key, and where it begins in the text. */
export interface RepeatedKey {
  readonly path: string;
  readonly offset: number;
}

interface Level {
  /** Null: a list. */
  readonly keys: Set<string> | null;
  isKeyNext: boolean;
  key: string;
  index: number;
}

/**
 * The first key that an object states twice; null: there is none. JSON lets the later value win without a word, and what
 * the earlier one held would be lost.
 * @param text JSON that was found to be complete; depth does not matter, for nothing here calls itself
 */
export function findRepeatedKey(text: string): RepeatedKey | null {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1);
    switch (text[at]) {
      case '{':
        levels.push({ keys: new Set(), isKeyNext: true, key: '', index: 0 });
        break;
      case '[':
        levels.push({ keys: null, isKeyNext: false, key: '', index: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level) {
          level.isKeyNext = level.keys !== null;
          level.index += 1;
        }
        break;
      case '"': {
        const end = endOfString(text, at);
        if (level?.keys && level.isKeyNext) {
          level.key = JSON.parse(text.slice(at, end + 1)) as string;
          if (level.keys.has(level.key)) return { path: pathOf(levels), offset: at };
          level.keys.add(level.key);
          level.isKeyNext = false;
        }
        at = end;
        break;
      }
      default:
    }
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** `criteria[2].due`. */
function pathOf(levels: readonly Level[]): string {
  return levels
    .map(({ keys, key, index }) => (keys === null ? `[${index}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}
