import { type DrawingTheme, number, svgLine } from './drawing.ts';

/** `solid` filled · `cross` filled with a white lattice · `half` its lower half filled · `diagonal`, `upright`: lines · `empty` a frame. */
export type Pattern = 'solid' | 'cross' | 'half' | 'diagonal' | 'upright' | 'empty';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box filled so that it is told from the others in any colour: drawn as lines, for a printer has no transparency. */
export function drawPattern(pattern: Pattern, box: Box, colour: string, theme: DrawingTheme): readonly string[] {
  switch (pattern) {
    case 'solid':
      return [rect(box, colour)];
    case 'cross':
      return [rect(box, colour), ...slants(box, 5, theme.paper, 1), ...slants(box, 5, theme.paper, 1, true)];
    case 'half':
      return [rect({ ...box, y: box.y + box.height / 2, height: box.height / 2 }, colour), frame(box, colour)];
    case 'diagonal':
      return [...slants(box, 4, colour, 1.1), frame(box, colour)];
    case 'upright':
      return [...uprights(box, 3, colour), frame(box, colour)];
    case 'empty':
      return [frame(box, colour)];
  }
}

function rect({ x, y, width, height }: Box, colour: string): string {
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${colour}"/>`;
}

/** Drawn inside the box, so that it is no wider than a filled one. */
function frame({ x, y, width, height }: Box, colour: string): string {
  const inner = [x + 0.4, y + 0.4, Math.max(0, width - 0.8), Math.max(0, height - 0.8)].map(number);
  return `<rect x="${inner[0]}" y="${inner[1]}" width="${inner[2]}" height="${inner[3]}" fill="none" stroke="${colour}" stroke-width="0.8"/>`;
}

/** Lines of 45 degrees, each cut where it would leave the box. */
function slants(
  { x, y, width, height }: Box,
  pitch: number,
  colour: string,
  thick: number,
  falling = false,
): readonly string[] {
  const lines: string[] = [];
  for (let start = pitch / 2 - height; start < width; start += pitch) {
    const [from, to] = [Math.max(start, 0), Math.min(start + height, width)];
    if (to - from < 0.3) continue;
    const rise = (at: number) => (falling ? y + (at - start) : y + height - (at - start));
    lines.push(svgLine(x + from, rise(from), x + to, rise(to), colour, thick));
  }
  return lines;
}

function uprights({ x, y, width, height }: Box, pitch: number, colour: string): readonly string[] {
  const lines: string[] = [];
  for (let at = pitch / 2; at < width; at += pitch) lines.push(svgLine(x + at, y, x + at, y + height, colour, 0.7));
  return lines;
}
