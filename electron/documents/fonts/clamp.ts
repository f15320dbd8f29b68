import type { Span } from '../../../shared/domain/pack/blocks.ts';
import { withoutStump } from '../../../shared/domain/pack/words.ts';
import type { Faces } from './faces.ts';
import type { FontFace } from './fontFace.ts';
import { loosened } from './printable.ts';

const ELLIPSIS = '…';
/** Kerning and the ragged end of lines: lines are filled less than they could be, so that the promise holds. */
const FILL = 0.94;
/** One line has no ragged end but its own. */
const FILL_ONE = 0.98;

/**
 * At most so many lines of that width, as the line breaker would fill them; what is cut ends in an ellipsis. Only for
 * the decision page and for headers, where the whole stands elsewhere. Trailing links (`page 14`) are kept.
 */
export function clampSpans(
  spans: readonly Span[],
  lines: number,
  width: number,
  size: number,
  faces: Faces,
): readonly Span[] {
  const tail = spans.filter((span) => span.pageOf !== undefined);
  const body = spans.filter((span) => span.pageOf === undefined);
  const room = width * (lines === 1 ? FILL_ONE : FILL);
  const tailWidth = tail.reduce((sum, span) => sum + faces.regular.width(`${span.text} 00000`) * size, 0);
  const fits = (text: readonly Span[]) => linesOf(text, room, size, faces, tailWidth) <= lines;
  if (fits(body)) return spans;
  // The longest start that fits, found by halves over the characters of the whole.
  const length = body.reduce((sum, span) => sum + span.text.length, 0);
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(startOf(body, middle))) low = middle;
    else high = middle - 1;
  }
  return [...startOf(body, low), ...tail];
}

function startOf(spans: readonly Span[], length: number): readonly Span[] {
  const result: Span[] = [];
  let left = length;
  for (const span of spans) {
    if (left <= 0) break;
    result.push({ ...span, text: span.text.slice(0, left) });
    left -= span.text.length;
  }
  const last = result[result.length - 1];
  if (last) result[result.length - 1] = { ...last, text: `${withoutStump(last.text)}${ELLIPSIS}` };
  else result.push({ text: ELLIPSIS });
  return result;
}

function linesOf(spans: readonly Span[], room: number, size: number, faces: Faces, tail: number): number {
  let [lines, used] = [1, 0];
  for (const span of spans) {
    const face = span.strong ? faces.strong : faces.regular;
    for (const [index, paragraph] of span.text.split('\n').entries()) {
      if (index > 0) [lines, used] = [lines + 1, 0];
      for (const word of paragraph.split(/(?<=[ \u200b-])/)) {
        const width = face.width(word) * size;
        if (used > 0 && used + face.width(word.trimEnd()) * size > room) [lines, used] = [lines + 1, 0];
        // A word wider than the line runs over several.
        if (width > room) [lines, used] = [lines + Math.floor(width / room), width % room];
        else used += width;
      }
    }
  }
  return used + tail > room ? lines + 1 : lines;
}

/**
 * Words wider than the line get places to break, so that it is not the layout engine that breaks them: then what went in
 * can be compared with what came out.
 */
export function breakWideWords(text: string, width: number, size: number, face: FontFace): string {
  const room = width * FILL_ONE;
  const widest = room / (size * WIDEST_SIGN);
  if (text.length <= widest) return text;
  const fits = (word: string) => word.length <= widest || face.width(word) * size <= room;
  return text.replace(/[^ \n\u200b]+/g, (run) =>
    fits(run)
      ? run
      : loosened(run).replace(/[^\s\u200b]+/g, (word) => (fits(word) ? word : inPieces(word, room / size, face))),
  );
}

/** No sign of Inter is wider, in ems: shorter words need no measuring. */
const WIDEST_SIGN = 1.5;

function inPieces(word: string, room: number, face: FontFace): string {
  let [result, used] = ['', 0];
  for (const sign of word) {
    const width = face.width(sign);
    if (used > 0 && used + width > room) [result, used] = [`${result}\u200b`, 0];
    result += sign;
    used += width;
  }
  return result;
}
