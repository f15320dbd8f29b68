/** A piece of HTML: words as they are written, references and all, or a tag. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly name: string; readonly closes: boolean; readonly attributes: string };

/** Elements whose content is no text that anybody reads. */
const silent = new Set(['style', 'script', 'head', 'title']);

/**
 * HTML piece by piece, however wrongly it is written: in one pass, whatever is left open in it. Comments, and what nobody
 * reads, are left out. Nothing is ever run, fetched or followed.
 */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let at = 0;
  // Letters of English only: others may become two, and shift what stands after them.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  /** What no longer ends from here on is not looked for again. */
  const unended = new Set<string>();
  const endOf = (end: string, from: number): number => {
    if (unended.has(end)) return -1;
    const found = lower.indexOf(end, from);
    if (found < 0) unended.add(end);
    return found;
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield { kind: 'text', text: html.slice(at, open) };
    if (html.startsWith('<!--', open)) {
      const end = endOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const close = endOf('>', open);
    if (close < 0) {
      at = open;
      break;
    }
    const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20)) ?? [];
    const end = name === '' ? close : endOfTag(html, open + 1 + slash.length + name.length, close, endOf);
    at = end + 1;
    if (name === '') continue;
    const tag = name.toLowerCase();
    yield {
      kind: 'tag',
      name: tag,
      closes: slash !== '',
      attributes: html.slice(open + 1 + slash.length + name.length, end),
    };
    if (slash === '' && silent.has(tag)) {
      const over = endOf(`</${tag}`, at);
      // An element that never ends hides nothing: its tag alone is left out.
      if (over >= 0) at = over;
    }
  }
  if (at < html.length) yield { kind: 'text', text: html.slice(at) };
}

/** Where the tag ends: a `>` in a quoted value ends nothing. One whose quote is left open ends at its first `>`. */
function endOfTag(html: string, from: number, close: number, endOf: (end: string, from: number) => number): number {
  let at = from;
  let end = close;
  for (;;) {
    const quoted = /=\s*(["'])/.exec(html.slice(at, end));
    if (!quoted) return end;
    const quote = quoted[1] as string;
    const over = endOf(quote, at + quoted.index + quoted[0].length);
    if (over < 0) return end;
    at = over + 1;
    if (over < end) continue;
    end = endOf('>', over);
    if (end < 0) return close;
  }
}

/** The value of an attribute, as it is written; null where the tag has none. */
export function attributeIn(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}
