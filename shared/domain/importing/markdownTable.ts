/** The line below the headings, without its blanks. */
const rule = /^\|?:?-{2,}:?(?:\|:?-{2,}:?)*\|?$/;

/** A table in Markdown, as wikis and chat tools paste it; null where the text is none. Row numbers are line numbers. */
export function readMarkdownTable(
  text: string,
): readonly { readonly row: number; readonly cells: readonly string[] }[] | null {
  const lines = text.split(/\r\n?|\n/);
  const at = lines.findIndex(
    (line, index) => index > 0 && line.length < 20_000 && line.includes('-') && rule.test(line.replace(/\s+/g, '')),
  );
  if (at < 1 || !lines[at - 1]?.includes('|') || !lines[at]?.includes('|')) return null;
  return lines.flatMap((line, index) =>
    index === at || index < at - 1 || !line.includes('|') ? [] : [{ row: index + 1, cells: cellsOf(line) }],
  );
}

function cellsOf(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replace(/<br\s*\/?>/gi, '\n'),
  );
}
