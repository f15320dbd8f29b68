/** What pdfkit keeps of a font, as far as it is touched here. */
export interface ShapedFont {
  /** The font's PostScript name. */
  readonly name: string;
  /** Words as they were laid out, by their text. */
  layoutCache: Record<string, unknown>;
  layoutRun: (text: string, features?: unknown) => unknown;
}

/** Laid-out words of each font in this process: the decision page is laid out several times before the whole pack is. */
const laidOut = new Map<string, Record<string, unknown>>();

/** A word of letters: no contextual alternate, composition, local form or mark of Inter touches it. */
const plainWord = /^[A-Za-z]+[.,]? ?$/;
const untouched = { calt: false, ccmp: false, locl: false, mark: false, mkmk: false };

/** Laying out words takes most of a pack's time; each is laid out once, and plain ones without the lookups that never match. */
export function shapeFaster(font: ShapedFont): void {
  const shared = laidOut.get(font.name) ?? (Object.create(null) as Record<string, unknown>);
  laidOut.set(font.name, shared);
  font.layoutCache = shared;
  const layoutRun = font.layoutRun.bind(font);
  font.layoutRun = (text, features) => layoutRun(text, features ?? (plainWord.test(text) ? untouched : undefined));
}
