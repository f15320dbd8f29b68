import type { Tone } from '../readiness/vocabulary.ts';
import { type Drawing, type DrawingTheme, number, svgDocument } from './drawing.ts';

export interface BarPart {
  readonly count: number;
  readonly word: string;
  readonly tone: Tone;
  /** Drawn as stripes: tells two states of one colour apart, also in black and white. */
  readonly striped?: boolean;
}

/** Criteria by status as one bar; its words and counts stand beside it, never only in colour. */
export function drawCriteriaBar(parts: readonly BarPart[], width: number, theme: DrawingTheme, height = 9): Drawing {
  const shown = parts.filter((part) => part.count > 0);
  const total = shown.reduce((sum, part) => sum + part.count, 0);
  const gaps = Math.max(0, shown.length - 1) * 1.5;
  const body: string[] = [];
  let x = 0;
  for (const part of shown) {
    const share = ((width - gaps) * part.count) / total;
    const colour = theme.tones[part.tone];
    body.push(
      `<rect x="${number(x)}" y="0" width="${number(share)}" height="${number(height)}" fill="${colour}"${part.striped ? ' fill-opacity="0.45"' : ''}/>`,
    );
    x += share + 1.5;
  }
  if (total === 0)
    body.push(`<rect x="0" y="0" width="${number(width)}" height="${number(height)}" fill="${theme.line}"/>`);
  const words = shown.map((part) => `${part.count} ${part.word}`).join(', ');
  return {
    svg: svgDocument(width, height, body),
    width,
    height,
    alt: total === 0 ? 'No criterion is recorded.' : `Criteria by status: ${words}, of ${total}.`,
  };
}
