import type { Tone } from '../findings/vocabulary.ts';
import { escapeMarkup } from '../foundation/escapeMarkup.ts';

/** A finished drawing: SVG text, its size in points (or CSS pixels), and the sentence that says the same. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Colours and font by role, so that pack and window, light and dark, are drawn by the same code. */
export interface DrawingTheme {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly brand: string;
  readonly paper: string;
  readonly font: string;
  /** Size of labels. */
  readonly size: number;
  readonly tones: Readonly<Record<Tone, string>>;
}

/** The pack's paper. */
export const paperTheme: DrawingTheme = {
  ink: '#14202b',
  soft: '#4c5b68',
  line: '#cfd5d9',
  brand: '#0f4c5c',
  paper: '#ffffff',
  font: 'Inter',
  size: 8,
  tones: {
    met: '#17714f',
    notMet: '#a3212b',
    short: '#9a4b00',
    cannotTell: '#4a5a85',
    covered: '#5d3f8f',
    notDue: '#52606d',
  },
};

/** Two decimals are finer than any printer, and the same on every machine. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

interface TextStyle {
  readonly size: number;
  readonly colour: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly strong?: boolean;
}

export function svgText(x: number, y: number, text: string, theme: DrawingTheme, style: TextStyle): string {
  const weight = style.strong ? ' font-weight="bold"' : '';
  const anchor = style.anchor && style.anchor !== 'start' ? ` text-anchor="${style.anchor}"` : '';
  return `<text x="${number(x)}" y="${number(y)}" font-family="${theme.font}" font-size="${number(style.size)}" fill="${style.colour}"${weight}${anchor}>${escapeMarkup(text)}</text>`;
}

export function svgLine(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: string,
  width = 0.75,
  dash = '',
): string {
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<line x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}" stroke="${colour}" stroke-width="${number(width)}"${dashes}/>`;
}

export function svgDocument(width: number, height: number, body: readonly string[]): string {
  const size = `width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${body.join('')}</svg>`;
}

/** The sign of a state as a shape, centred on a point: word and colour never stand alone. */
export function svgSign(tone: Tone, x: number, y: number, theme: DrawingTheme, radius = 4): string {
  const colour = theme.tones[tone];
  const at = (dx: number, dy: number) => `${number(x + dx * radius)},${number(y + dy * radius)}`;
  switch (tone) {
    case 'met':
      return `<circle cx="${number(x)}" cy="${number(y)}" r="${number(radius)}" fill="${colour}"/><polyline points="${at(-0.45, 0.02)} ${at(-0.1, 0.38)} ${at(0.5, -0.35)}" fill="none" stroke="${theme.paper}" stroke-width="${number(radius * 0.28)}"/>`;
    case 'short':
      return `<polygon points="${at(0, -1.15)} ${at(1.15, 0.9)} ${at(-1.15, 0.9)}" fill="${colour}"/>`;
    case 'covered':
      return `<polygon points="${at(0, -1.2)} ${at(1.2, 0)} ${at(0, 1.2)} ${at(-1.2, 0)}" fill="${colour}"/>`;
    case 'notMet':
      return `<path d="M${at(-0.85, -0.85)} L${at(0.85, 0.85)} M${at(0.85, -0.85)} L${at(-0.85, 0.85)}" fill="none" stroke="${colour}" stroke-width="${number(radius * 0.5)}"/>`;
    default:
      return `<circle cx="${number(x)}" cy="${number(y)}" r="${number(radius - 0.6)}" fill="${theme.paper}" stroke="${colour}" stroke-width="1.2"/>`;
  }
}

const narrow = /[ .,:;'|!ijlrtfI()·-]/;
const wide = /[mwMW%@—]/;

/** An upper estimate of a label's width in Inter: this floor has no font to ask, and labels must not touch. */
export function labelWidth(text: string, size: number, strong = false): number {
  let ems = 0;
  for (const sign of text)
    ems += narrow.test(sign) ? 0.34 : wide.test(sign) ? 0.92 : /[A-Z0-9]/.test(sign) ? 0.68 : 0.6;
  return ems * size * (strong ? 1.05 : 1);
}

/** A label that is wider than its room ends in an ellipsis; the whole of it stands in words beside the drawing. */
export function cut(text: string, room: number, size: number): string {
  if (labelWidth(text, size, true) <= room) return text;
  let kept = [...text];
  while (kept.length > 1 && labelWidth(`${kept.join('')}…`, size, true) > room) kept = kept.slice(0, -1);
  return `${kept.join('')}…`;
}
