import type { Tone } from '../findings/vocabulary.ts';

/**
 * What a pack is made of, apart from how it looks: the PDF, the window's preview and the paper for one body's meeting
 * are all drawn from these. Text is what people typed; the drawing floor sees to glyphs, breaks and pages.
 */

/** A run of text in one style. */
export interface Span {
  readonly text: string;
  readonly strong?: boolean;
  readonly soft?: boolean;
  readonly tone?: Tone;
  /** The destination this text leads to. */
  readonly to?: string;
  /** Followed by the page number of that destination: `page 14`. */
  readonly pageOf?: string;
}

export type Inline = string | readonly Span[];

export interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
  /** Where links to it arrive. */
  readonly id: string;
  /** A word at the right edge: a status, or the way back. */
  readonly aside?: Inline;
  /** Stands in the bookmarks. */
  readonly bookmark: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Inline;
  readonly look: 'body' | 'note' | 'quote' | 'lead' | 'ask' | 'label' | 'notice';
  /** At most so many lines, the rest as an ellipsis: only on the decision page, where the whole stands elsewhere. */
  readonly lines?: number;
}

export interface FactList {
  readonly kind: 'facts';
  readonly rows: readonly FactRow[];
}

export interface FactRow {
  readonly label: string;
  readonly value: Inline;
}

export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly weight: number;
  readonly align?: 'left' | 'right' | 'center';
}

export interface Cell {
  readonly text: Inline;
  /** A second, quieter line below. */
  readonly below?: Inline;
  /** Where links to this cell arrive. */
  readonly id?: string;
  readonly lines?: number;
  /** In the place of text. */
  readonly picture?: Picture;
}

/** A picture that the drawing floor holds under its name, with the sentence for people who do not see it. Sizes in points. */
export interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface Table {
  readonly kind: 'table';
  /** What the table holds, for people who do not see it. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** A table whose columns are told by their content needs no header row. */
  readonly headless?: boolean;
  readonly size?: 'normal' | 'small';
}

/** A drawing as SVG, with the sentence that says the same. */
export interface Figure {
  readonly kind: 'figure';
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface Counts {
  readonly kind: 'counts';
  readonly items: readonly CountItem[];
}

interface CountItem {
  readonly value: number;
  readonly sign: string;
  readonly word: string;
  readonly tone: Tone;
}

/** Two narrow columns side by side; only for short text. */
export interface Pair {
  readonly kind: 'pair';
  readonly left: readonly Block[];
  readonly right: readonly Block[];
  /** How much of the width the left one takes; a half unless told otherwise. */
  readonly share?: number;
}

/** What the drawing floor had to change (glyphs that the font lacks); printed where this block stands. */
interface DrawingNotes {
  readonly kind: 'drawingNotes';
}

/** A field of the file's form, to be typed into, with its label above it. */
export interface Entry {
  readonly kind: 'entry';
  /** The field's name in the form, by which it is read back. */
  readonly name: string;
  readonly label: string;
  /** What a reader who does not see the page is told of the field. */
  readonly tip: string;
  /** How many lines of text there is room for. */
  readonly lines: number;
  /** Set: it holds this and nobody can type into it. */
  readonly fixed?: string;
}

/** A field of which one answer is ticked, or none. */
export interface Choice {
  readonly kind: 'choice';
  readonly name: string;
  readonly label: string;
  readonly tip: string;
  /** `value`: plain letters, by which the answer is read back. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export type Block = Heading | Paragraph | FactList | Table | Figure | Counts | Pair | DrawingNotes | Entry | Choice;

export interface Section {
  /** Where links to its title arrive. */
  readonly id: string;
  readonly title: string;
  /** A word at the right edge of the title: the way back, or where it stands in the guidance. */
  readonly aside?: Inline;
  readonly orientation: 'portrait' | 'landscape';
  /** Starts on a page of its own. */
  readonly ownPage: boolean;
  readonly blocks: readonly Block[];
}

/** One file's identity: what stands in its header, footer and document properties. */
export interface PackFace {
  readonly release: string;
  readonly reference: string;
  readonly status: string;
  readonly final: boolean;
  readonly asOf: string;
  readonly meeting: string | null;
  readonly classification: string | null;
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  readonly author: string;
  /** `4f1c9a07…`; null while the pack is not sealed (a preview). */
  readonly manifestSha256: string | null;
}

/** One file as blocks, whatever it is: a pack, a paper, an addendum, a decision record. */
export interface DocumentModel {
  readonly face: PackFace;
  /** What kind of file it is: the line above the title. */
  readonly kicker: string;
  readonly cover: Section;
  /** The one page that the CSC decides from; only a pack has one. */
  readonly decision: Section | null;
  /** Fewer than two need no contents. */
  readonly sections: readonly Section[];
  /** False: the cover itself leads to each of them. */
  readonly contents?: false;
}

export interface PackModel extends DocumentModel {
  readonly decision: Section;
}

/** Every section in the order of the pages. */
export function sectionsOf({ cover, decision, sections }: DocumentModel): readonly Section[] {
  return [cover, ...(decision === null ? [] : [decision]), ...sections];
}

export function paragraph(text: Inline, look: Paragraph['look'] = 'body', lines?: number): Paragraph {
  return lines === undefined ? { kind: 'paragraph', text, look } : { kind: 'paragraph', text, look, lines };
}

export function spansOf(text: Inline): readonly Span[] {
  return typeof text === 'string' ? [{ text }] : text;
}

/** `page 14`, leading there. */
export function pageLink(id: string, word = 'page'): Span {
  return { text: word, to: id, pageOf: id };
}

/** Every destination name is plain ASCII, so that each viewer finds it. */
export function destination(kind: string, key = ''): string {
  return key === ''
    ? kind
    : `${kind}:${encodeURIComponent(key).replace(/[()'*!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}
