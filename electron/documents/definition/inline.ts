import type { Content, ContentText } from 'pdfmake/interfaces';
import { type Inline, type Span, spansOf } from '../../../shared/domain/pack/blocks.ts';
import { breakWideWords, clampSpans } from '../fonts/clamp.ts';
import { signFamily } from '../fonts/faces.ts';
import { paragraphsOf, printable } from '../fonts/printable.ts';
import { colours, toneColours } from '../look.ts';
import type { Drawing } from './drawing.ts';

export interface TextStyle {
  readonly size: number;
  readonly strong?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** At most so many lines within `width`. */
  readonly lines?: number;
  readonly width?: number;
  readonly id?: string;
  readonly lineHeight?: number;
}

/** A run of pdfmake text; only what this floor uses of it. */
interface Run {
  readonly text: string;
  readonly font?: string;
  readonly bold?: boolean;
  readonly color?: string;
  readonly linkToDestination?: string;
  readonly decoration?: 'underline';
  readonly decorationColor?: string;
  readonly decorationThickness?: number;
}

/** Text as pdfmake nodes, one for each paragraph: short nodes are laid out in linear time. */
export function textNodes(text: Inline, style: TextStyle, drawing: Drawing): readonly Content[] {
  const width = style.width ?? drawing.width;
  const spans = spansOf(text).map((span) => {
    const face = span.strong || style.strong ? drawing.faces.strong : drawing.faces.regular;
    return {
      ...span,
      text: breakWideWords(printable(span.text, drawing.faces, drawing.notes), width, style.size, face),
    };
  });
  const cut = style.lines === undefined ? spans : clampSpans(spans, style.lines, width, style.size, drawing.faces);
  const lines: Content[][] = [[]];
  for (const span of cut) {
    for (const [index, part] of paragraphsOf(span.text).entries()) {
      if (index > 0) lines.push([]);
      lines[lines.length - 1]?.push(...runsOf({ ...span, text: part }, drawing));
    }
  }
  return lines.map((runs, index): Content => {
    const id = index === 0 && style.id !== undefined ? { id: style.id } : {};
    const node = {
      text: runs.length === 0 ? '' : runs,
      fontSize: style.size,
      lineHeight: style.lineHeight ?? drawing.scale.lineHeight,
      ...id,
    };
    return {
      ...node,
      ...(style.strong ? { bold: true } : {}),
      ...(style.colour ? { color: style.colour } : {}),
      ...(style.align && style.align !== 'left' ? { alignment: style.align } : {}),
    } as ContentText;
  });
}

export function textNode(text: Inline, style: TextStyle, drawing: Drawing): Content {
  const nodes = textNodes(text, style, drawing);
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { stack: [...nodes] };
}

/** A drawing's labels, as the text face can draw them: the drawing is made where no font is known. */
export function printableSvg(svg: string, { faces, notes }: Drawing): string {
  const signless = { ...faces, inSigns: () => false };
  return svg.replace(/(<text[^>]*>)([^<]*)(?=<\/text>)/g, (_, tag: string, words: string) =>
    /^[\x20-\x7e]*$/.test(words) ? tag + words : tag + printable(words, signless, notes),
  );
}

function runsOf(span: Span, drawing: Drawing): readonly Content[] {
  const leads = span.to !== undefined && drawing.places.has(span.to);
  const link = leads
    ? {
        linkToDestination: span.to,
        decoration: 'underline' as const,
        decorationColor: colours.underline,
        decorationThickness: 0.5,
      }
    : {};
  const colour = span.tone ? toneColours[span.tone] : leads ? colours.brand : span.soft ? colours.soft : undefined;
  const style = { ...(span.strong ? { bold: true } : {}), ...(colour ? { color: colour } : {}), ...link };
  const runs = splitSigns(span.text, drawing).map(
    ({ text, sign }): Run => ({ text, ...style, ...(sign ? { font: signFamily } : {}) }),
  );
  if (span.pageOf === undefined) return runs as Content[];
  if (drawing.pretend) return [...(runs as Content[]), { text: '\u00a000', ...style } as Content];
  if (!drawing.places.has(span.pageOf)) return [];
  // Not shifted to the right edge once the number is known: a number of three digits would run into the word.
  return [
    { text: `${span.text}\u00a0`, ...style } as Content,
    pageNumber(span.pageOf, { ...style, alignment: 'left' }),
  ];
}

/**
 * The number of the page on which a destination lies. pdfmake measures it as five digits before it knows the number,
 * which leaves a hole behind `page 7`; this node keeps pdfmake from writing those five into it.
 */
export function pageNumber(place: string, style: Readonly<Record<string, unknown>> = {}): Content {
  const node = { ...style, pageReference: place, text: '' };
  Object.defineProperty(node, 'text', { enumerable: true, get: () => '00', set: () => undefined });
  // pdfmake fills in numbers on the first line of a paragraph only; runs are copied after every reference is known.
  Object.defineProperty(node, '_pageNodeRef', {
    enumerable: true,
    get: () => (node as PageReference)._pageRef?._nodeRef,
  });
  return node as unknown as Content;
}

/** What pdfmake's preprocessor hangs on a page reference. */
interface PageReference {
  readonly _pageRef?: { readonly _nodeRef?: unknown };
}

/** Signs that Inter lacks are set in the signs' own face. */
function splitSigns(text: string, { faces }: Drawing): readonly { readonly text: string; readonly sign: boolean }[] {
  if (!/[^\x20-\x7e]/.test(text)) return [{ text, sign: false }];
  const parts: { text: string; sign: boolean }[] = [];
  for (const sign of text) {
    const isSign = faces.inSigns(sign.codePointAt(0) ?? 0);
    const last = parts[parts.length - 1];
    if (last && last.sign === isSign) last.text += sign;
    else parts.push({ text: sign, sign: isSign });
  }
  return parts.length === 0 ? [{ text: '', sign: false }] : parts;
}
