/** Elements whose content is no text that anybody reads. */
const silent = new Set(['style', 'script', 'head', 'title']);
const lineEnds = /^(?:br|\/(?:p|div|tr|h[1-6]|li))$/;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The words of HTML, a line for each block. It goes through the text once, whatever is left open in it. What comes out
 * is only ever drawn as text, so a tag left in does nothing.
 */
export function wordsOfHtml(html: string): string {
  let words = '';
  let at = 0;
  const lower = html.toLowerCase();
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
    words += html.slice(at, open).replace(/\s+/g, ' ');
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
    const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20))?.[1]?.toLowerCase() ?? '';
    at = close + 1;
    if (lineEnds.test(name)) words += '\n';
    else if (name === '/td' || name === '/th') words += '\t';
    else if (silent.has(name)) {
      const end = endOf(`</${name}`, at);
      // An element that never ends hides nothing: its tag alone is left out.
      if (end >= 0) at = end;
    }
  }
  words += html.slice(at).replace(/\s+/g, ' ');
  return words
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] as string)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
