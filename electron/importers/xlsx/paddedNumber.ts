/**
 * How a number format of nothing but digits and letters shows a whole number: `000` shows 7 as 007, `"D-"000` as D-007.
 * People number their issues so, and 7 is no reference of theirs.
 */
export interface Padding {
  /** Texts as they stand, and null for each place of a digit. */
  readonly parts: readonly (string | null)[];
}

const piece = /"([^"]*)"|\\(.)|(0)|([- ])/y;

/** Null: the format shows numbers as numbers, or is too much for this: signs, units and fractions are no references. */
export function paddingOf(format: string): Padding | null {
  const [positive = ''] = format.slice(0, 200).split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const parts: (string | null)[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < positive.length) {
    const found = piece.exec(positive);
    if (!found) return null;
    parts.push(found[3] === '0' ? null : (found[1] ?? found[2] ?? found[4] ?? ''));
  }
  const places = parts.filter((part) => part === null).length;
  const first = parts.indexOf(null);
  const before = parts.slice(0, first).join('');
  const between = parts.slice(first).filter((part) => part !== null);
  if (places === 0 || parts.at(-1) !== null || between.some((part) => part !== '-')) return null;
  if (before !== '' && !isLabel(before)) return null;
  return before === '' && places === 1 ? null : { parts };
}

/** The number in its places, more digits than places before the first of them; null: no whole number, which is rounded. */
export function inPlaces(number: number, { parts }: Padding): string | null {
  if (!Number.isSafeInteger(number) || number < 0) return null;
  const places = parts.filter((part) => part === null).length;
  const digits = [...String(number).padStart(places, '0')];
  let more = digits.splice(0, digits.length - places).join('');
  return parts
    .map((part) => {
      if (part !== null) return part;
      const shown = more + digits.shift();
      more = '';
      return shown;
    })
    .join('');
}

const numbered = /^(\D*)(\d[\d-]*)$/;

/** Whether a cell that holds a number shows it so, where only the shown text tells (OpenDocument). */
export function isInPlaces(shown: string, number: number): boolean {
  const [, before = '', digits = ''] = numbered.exec(shown) ?? [];
  if (digits === '' || digits.endsWith('-') || Number(digits.replaceAll('-', '')) !== number) return false;
  return before === '' ? digits.startsWith('0') && digits.length > 1 : isLabel(before);
}

/** `D-`, `DEF_`, `Issue `: what stands before a number in a reference begins with a letter; `£` and `<` do not. */
function isLabel(text: string): boolean {
  return /^\p{L}[\p{L}\p{N}]*[-_/. #]{0,2}$/u.test(text);
}
