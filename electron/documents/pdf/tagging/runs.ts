import type { Inline } from '../internals.ts';
import { languageOf } from './languageOf.ts';

/** Neighbouring words of a line that lead to the same place, or to none, and are of one language. */
export interface Segment {
  readonly to: string | null;
  /** BCP 47; null: the file's own. */
  readonly language: string | null;
  readonly inlines: readonly Inline[];
}

/** A line by its links and languages, with the words of one style joined: pdfmake would write an operation for each word. */
export function segmentsOf(inlines: readonly Inline[]): readonly Segment[] {
  const segments: (Segment & { readonly inlines: Inline[] })[] = [];
  for (const inline of inlines) {
    const to = inline.linkToDestination ?? null;
    const language = languageOf(inline.text);
    const last = segments.at(-1);
    if (last && last.to === to && last.language === language) append(last.inlines, inline);
    else segments.push({ to, language, inlines: [unlinked(inline)] });
  }
  return segments;
}

function append(inlines: Inline[], next: Inline): void {
  const last = inlines.at(-1);
  if (last === undefined || !joins(last, next)) inlines.push(unlinked(next));
  else inlines[inlines.length - 1] = { ...last, text: last.text + next.text, width: last.width + next.width };
}

/** Links are drawn here, so pdfmake must not draw them again. A page number keeps its own object, which pdfmake fills in. */
function unlinked(inline: Inline): Inline {
  if (inline.linkToDestination === undefined) return inline;
  const { linkToDestination: _, ...rest } = inline;
  return rest;
}

/** Whether two words come out the same as one text: pdfkit shapes each word on its own in either case. */
function joins(left: Inline, right: Inline): boolean {
  return (
    left.font === right.font &&
    left.fontSize === right.fontSize &&
    left.color === right.color &&
    left.decoration === right.decoration &&
    left.decorationColor === right.decorationColor &&
    isPlain(left) &&
    isPlain(right) &&
    // A word that ends without a space would be shaped together with the next.
    /[ \t]$/.test(left.text) &&
    Math.abs(left.x + left.width - right.x) < 0.001
  );
}

function isPlain(inline: Inline): boolean {
  return !(
    inline._pageNodeRef ||
    inline.fontFeatures ||
    inline.characterSpacing ||
    inline.background ||
    inline.sup ||
    inline.sub ||
    inline.alignment === 'justify'
  );
}
