import { paperTheme } from '../../shared/domain/charts/drawing.ts';
import type { Tone } from '../../shared/domain/findings/vocabulary.ts';
import type { Paragraph } from '../../shared/domain/pack/blocks.ts';

/** The pack's look on A4: ink and paper, one brand colour for place and links, colour is state. */
export const colours = {
  ink: paperTheme.ink,
  soft: paperTheme.soft,
  brand: paperTheme.brand,
  line: '#cfd5d9',
  hair: '#e3e7ea',
  underline: '#9bb8bf',
  draft: '#f0f3f3',
} as const;

export const toneColours: Readonly<Record<Tone, string>> = paperTheme.tones;

/** Points. A4 is 595.28 × 841.89. */
export const page = { left: 44, right: 44, top: 58, bottom: 46, header: 26, footer: 20 } as const;
export const portraitWidth = 595.28 - page.left - page.right;
export const landscapeWidth = 841.89 - page.left - page.right;

/** Points: nothing in a pack is set smaller, for many read it on paper. */
export const smallestText = 8;

/** One type scale; the decision page is set a step tighter, so that the whole of it is one page. */
export interface Scale {
  readonly body: number;
  readonly table: number;
  readonly small: number;
  readonly note: number;
  readonly label: number;
  readonly lead: number;
  readonly ask: number;
  readonly heading2: number;
  readonly heading3: number;
  readonly title: number;
  readonly count: number;
  readonly lineHeight: number;
  /** Space above a heading of the third level. */
  readonly gap: number;
  readonly cellPadding: number;
  /** Room that a heading asks for below it, so that it does not stand alone at the foot of a page. */
  readonly keep: number;
}

export const normalScale: Scale = {
  body: 9,
  table: 8.4,
  small: 8,
  note: 8,
  label: 8,
  lead: 10,
  ask: 11,
  heading2: 11.5,
  heading3: 9,
  title: 20,
  count: 18,
  lineHeight: 1.17,
  gap: 10,
  cellPadding: 3.6,
  keep: 64,
};
export const decisionScale: Scale = {
  body: 8.4,
  table: 8,
  small: 8,
  note: 8,
  label: 8,
  lead: 9,
  ask: 10,
  heading2: 10,
  heading3: 8.8,
  title: 16,
  count: 15.5,
  lineHeight: 1.06,
  gap: 6.8,
  cellPadding: 1.95,
  keep: 0,
};

export function sizeOf(look: Paragraph['look'], scale: Scale): number {
  switch (look) {
    case 'note':
      return scale.note;
    case 'label':
      return scale.label;
    case 'lead':
      return scale.lead;
    case 'ask':
      return scale.ask;
    default:
      return scale.body;
  }
}
