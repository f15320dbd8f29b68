import type { Tone } from '../findings/vocabulary.ts';
import { type Drawing, type DrawingTheme, labelWidth, number, svgDocument, svgText } from './drawing.ts';
import { type Box, drawPattern, type Pattern } from './pattern.ts';

export interface BarPart {
  readonly count: number;
  readonly word: string;
  readonly tone: Tone;
  /** How its part is filled: tells states apart in black and white, where their colours look alike. */
  readonly pattern: Pattern;
}

const GAP = 1.5;
const SWATCH = 14;

/** Criteria by status as one bar over its key; each state has a colour and a pattern of its own. */
export function drawCriteriaBar(parts: readonly BarPart[], width: number, theme: DrawingTheme, height = 9): Drawing {
  const shown = parts.filter((part) => part.count > 0);
  const total = shown.reduce((sum, part) => sum + part.count, 0);
  const gaps = Math.max(0, shown.length - 1) * GAP;
  const body: string[] = [];
  let x = 0;
  for (const part of shown) {
    const share = ((width - gaps) * part.count) / total;
    body.push(...drawPattern(part.pattern, { x, y: 0, width: share, height }, theme.tones[part.tone], theme));
    x += share + GAP;
  }
  if (total === 0)
    body.push(`<rect x="0" y="0" width="${number(width)}" height="${number(height)}" fill="${theme.line}"/>`);
  const key = drawKey(shown, height + 5, theme);
  const words = shown.map((part) => `${part.count} ${part.word}`).join(', ');
  const all = total === 0 ? height : height + 5 + theme.size * 1.4;
  return {
    svg: svgDocument(width, all, [...body, ...key]),
    width,
    height: all,
    alt: total === 0 ? 'No criterion is recorded.' : `Criteria by status: ${words}, of ${total}.`,
  };
}

/** A swatch and its word for each part, in the order of the bar. */
function drawKey(parts: readonly BarPart[], y: number, theme: DrawingTheme): readonly string[] {
  let x = 0;
  return parts.flatMap((part) => {
    const swatch: Box = { x, y: y + 0.6, width: SWATCH, height: theme.size };
    const words = part.word;
    const drawn = [
      ...drawPattern(part.pattern, swatch, theme.tones[part.tone], theme),
      svgText(x + SWATCH + 4, y + theme.size * 0.98, words, theme, { size: theme.size, colour: theme.soft }),
    ];
    x += SWATCH + 4 + labelWidth(words, theme.size) + 14;
    return drawn;
  });
}
