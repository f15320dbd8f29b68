import { readMarkdownTable } from '../../shared/domain/importing/markdownTable.ts';
import type { TableSource } from './rows.ts';

/** Markdown as a table, pasted or from a file; null where the text is none. */
export function markdownSource(text: string): TableSource | null {
  const rows = readMarkdownTable(text);
  if (!rows) return null;
  return {
    format: 'pasted',
    formatName: 'Markdown table',
    encoding: null,
    delimiter: '|',
    sheets: [],
    sheet: null,
    async *batches() {
      yield { rows, done: 1 };
    },
    strictWidth: true,
    notes: () => [],
  };
}
