import { winAnsiString } from './winAnsi.ts';

/** The name by which the form's own resources know its face. */
export const FACE = 'Inter';
const TEXT_SIZE = 9;

/** Red, green and blue from 0 to 1: frame, ground, ink. */
export const FRAME = [0.48, 0.58, 0.61] as const;
export const GROUND = [0.96, 0.98, 0.98] as const;
const INK = '0.11 0.16 0.2 rg';
export const WIDTH = 0.8;

/** How viewers write what is typed (ISO 32000-1, 12.7.3.3). */
export const typedStyle = `/${FACE} ${TEXT_SIZE} Tf ${INK}`;

const frame = `${FRAME.join(' ')} RG ${GROUND.join(' ')} rg ${WIDTH} w`;

/** An empty box to type into; as viewers would draw it themselves. */
export function boxOperators(width: number, height: number): string {
  const inset = WIDTH / 2;
  return `q ${frame} ${inset} ${inset} ${round(width - WIDTH)} ${round(height - WIDTH)} re B Q /Tx BMC EMC`;
}

/** One line of text, without a box. */
export function lineOperators(width: number, height: number, text: string): string {
  const baseline = round((height - TEXT_SIZE) / 2 + TEXT_SIZE * 0.22);
  const clip = `0 0 ${round(width)} ${round(height)} re W n`;
  return `/Tx BMC q ${clip} BT ${typedStyle} 0 ${baseline} Td ${winAnsiString(text)} Tj ET Q EMC`;
}

/** A circle, with a dot in it where it is ticked. */
export function circleOperators(size: number, ticked: boolean): string {
  const middle = size / 2;
  const ring = `q ${frame} ${circle(middle, middle - WIDTH / 2)} B Q`;
  return ticked ? `${ring} q ${INK} ${circle(middle, size / 4)} f Q` : ring;
}

/** Four curves make a circle, to a thousandth. */
function circle(middle: number, radius: number): string {
  const pull = radius * 0.5523;
  const at = (x: number, y: number) => `${round(middle + x)} ${round(middle + y)}`;
  return [
    `${at(radius, 0)} m`,
    `${at(radius, pull)} ${at(pull, radius)} ${at(0, radius)} c`,
    `${at(-pull, radius)} ${at(-radius, pull)} ${at(-radius, 0)} c`,
    `${at(-radius, -pull)} ${at(-pull, -radius)} ${at(0, -radius)} c`,
    `${at(pull, -radius)} ${at(radius, -pull)} ${at(radius, 0)} c h`,
  ].join(' ');
}

/** Hundredths of a point: the same digits from every sum. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
