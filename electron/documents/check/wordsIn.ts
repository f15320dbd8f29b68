import { countWords, emptyCount, type WordCount } from './words.ts';

export interface SectionWords extends WordCount {
  readonly title: string;
}

/** The words of pdfmake nodes; page numbers, which pdfmake fills in itself, are left out. */
export function countWordsIn(nodes: unknown): WordCount {
  const count = emptyCount();
  visit(nodes, (text) => countWords(text, count));
  return count;
}

function visit(node: unknown, take: (text: string) => void): void {
  if (typeof node === 'string') take(node);
  else if (Array.isArray(node)) for (const one of node) visit(one, take);
  else if (node !== null && typeof node === 'object') visitNode(node as Readonly<Record<string, unknown>>, take);
}

function visitNode(node: Readonly<Record<string, unknown>>, take: (text: string) => void): void {
  const { text, stack, columns, table, svg, pageReference } = node;
  if (pageReference !== undefined) return;
  if (typeof svg === 'string')
    for (const [, words] of svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)) take(unescapeXml(words ?? ''));
  // The runs of one paragraph are one text: a word may change its style halfway.
  if (Array.isArray(text)) take(joinRuns(text));
  else if (typeof text === 'string') take(text);
  visit(stack, take);
  visit(columns, take);
  visit((table as { readonly body?: unknown } | undefined)?.body, take);
}

function joinRuns(runs: readonly unknown[]): string {
  return runs
    .map((run) =>
      typeof run === 'string'
        ? run
        : (run as { text?: unknown; pageReference?: unknown }).pageReference === undefined
          ? String((run as { text?: unknown }).text ?? '')
          : ' ',
    )
    .join('');
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
