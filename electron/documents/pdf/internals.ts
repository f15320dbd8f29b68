import { createRequire } from 'node:module';
import type { PdfkitDocument, PdfReference } from './pdfkitDocument.ts';
import type { ShapedFont } from './shaping.ts';

/**
 * The parts of pdfmake 0.3.11 (exactly pinned) that this folder builds on. Their classes are extended, never changed: a
 * second pdfmake in the same process, as the benchmark runs it, stays what it is.
 */
const locate = createRequire(import.meta.url);
const load = <T>(name: string): T => (locate(`pdfmake/js/${name}`) as { readonly default: T }).default;

/** A run of text within a line, as pdfmake measured it. */
export interface Inline {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly font: unknown;
  readonly fontSize: number;
  readonly color?: string;
  readonly decoration?: unknown;
  readonly decorationColor?: string;
  readonly alignment?: string;
  readonly linkToDestination?: string;
  readonly fontFeatures?: unknown;
  readonly characterSpacing?: number;
  readonly background?: unknown;
  readonly sup?: unknown;
  readonly sub?: unknown;
  readonly _pageNodeRef?: unknown;
}

export interface Line {
  readonly inlines: readonly Inline[];
  readonly id?: string;
  getHeight(): number;
  getAscenderHeight(): number;
}

export interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
}

export interface LaidOutPage {
  items: unknown[];
}

interface Unfinished {
  /** pdfkit's own members, which a subclass continues. */
  _offsets: (number | null)[];
  _offset: number;
  readonly _id: Buffer;
  readonly _info: PdfReference;
  readonly _fontFamilies: Readonly<Record<string, { readonly unicode?: number[][] }>>;
  provideFont(family: string, bold: boolean, italics: boolean): ShapedFont;
  _write(data: string | Uint8Array): void;
  _refEnd(reference: PdfReference & { offset: number }): void;
  _finalize(): void;
  push(data: unknown): boolean;
  endMarkings(): void;
  endAcroForm(): void;
  endMetadata(): void;
}

type DocumentClass = new (
  fonts: unknown,
  images: unknown,
  patterns: unknown,
  attachments: unknown,
  options: unknown,
  virtualfs: unknown,
  localAccessPolicy: (path: string) => boolean,
) => PdfkitDocument & Unfinished;

type LayoutClass = new (
  pageSize: unknown,
  pageMargins: unknown,
  svgMeasure: unknown,
) => {
  readonly docMeasure: { textInlines: unknown };
  registerTableLayouts(layouts: unknown): void;
  layoutDocument(...parts: readonly unknown[]): LaidOutPage[];
  tryLayoutDocument(...parts: readonly unknown[]): unknown;
  buildNextLine(node: unknown): Line | null;
};

/** pdfmake's stack of the styles that hold where it is: `auto` adds what an item says of itself while `use` runs. */
export interface StyleStack {
  auto(item: StyledItem, use: () => void): void;
  getProperty(property: string): unknown;
}

export interface StyledItem {
  readonly style?: unknown;
}

type InlinesClass = new (
  document: PdfkitDocument,
) => {
  measure(words: readonly StyledItem[], styles: StyleStack): unknown;
  /** What a text comes to: its words as they are measured, and the widest of them. */
  buildInlines(runs: unknown, styles: StyleStack): unknown;
};

type RendererClass = new (
  document: PdfkitDocument,
) => {
  renderPages(pages: readonly LaidOutPage[]): void;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: unknown): void;
  renderSVG(drawing: Drawn): void;
  renderImage(picture: Drawn): void;
};

export const DocumentBase = load<DocumentClass>('PDFDocument');
export const LayoutBase = load<LayoutClass>('LayoutBuilder');
export const InlinesBase = load<InlinesClass>('TextInlines');
export const RendererBase = load<RendererClass>('Renderer');
export const SvgMeasure = load<new () => unknown>('SVGMeasure');
export const virtualFiles = load<{ writeFileSync(name: string, content: Buffer): void }>('virtual-fs');
export const { tableLayouts } = locate('pdfmake/js/tableLayouts') as { readonly tableLayouts: unknown };
export const { normalizePageMargin, normalizePageSize } = locate('pdfmake/js/PageSize') as {
  readonly normalizePageMargin: (margins: unknown) => unknown;
  readonly normalizePageSize: (size: unknown) => { readonly width: number; readonly height: number };
};
