import { countOf } from '../../../shared/domain/foundation/words.ts';
import { recognisedHeadings } from '../../../shared/domain/importing/guessMapping.ts';
import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';
import { chooseTable } from '../chooseTable.ts';
import { refuse } from '../refusal.ts';
import { MOST_COLUMNS, type RowBatch, type TableSource } from '../rows.ts';
import { readPart, type ZipEntries } from '../xlsx/zipEntries.ts';
import { createTableCollector, type DocumentTable } from './documentTables.ts';
import { createStyleCollector } from './headingNumbers.ts';

/** The heading under which a criterion's clause comes back, as the field of the import is labelled. */
const CLAUSE = 'RID clause';

/** One table of a Word document: the chosen one, or the one whose headings fit. */
export async function docxSource(zip: ZipEntries, chosen: string | null, kind: ImportKind): Promise<TableSource> {
  const { shown } = zip;
  if (!zip.has('word/document.xml')) refuse(`“${shown}” is no Word document that this app knows; save it as .docx.`);
  const styles = createStyleCollector();
  await readPart(zip, 'word/styles.xml', styles.handlers);
  const collector = createTableCollector(styles.styles());
  await readPart(zip, 'word/document.xml', collector.handlers);
  const tables = collector.tables();
  if (tables.length === 0) refuse(`“${shown}” is a Word document without a table; there is nothing to import in it.`);
  const rowsOf = (table: DocumentTable) => batchOf(table);
  const { entry, notes } = await chooseTable(tables, chosen, kind, { shown, what: 'table', rowsOf });
  const clause = kind === 'criteria' && !hasClause(entry) ? entry.clause : null;
  return {
    format: 'docx',
    formatName: 'Word document',
    encoding: null,
    delimiter: null,
    sheets: tables.map(({ name }) => name),
    sheet: entry.name,
    batches: () => batchOf(entry, clause),
    strictWidth: false,
    notes: () => [
      ...notes,
      ...(collector.deletedRows() === 0
        ? []
        : [
            `${countOf(collector.deletedRows(), 'row')} that tracked changes delete ${collector.deletedRows() === 1 ? 'was' : 'were'} left out.`,
          ]),
      ...(collector.hasTracked()
        ? ['Tracked changes that nobody has accepted yet were read as if they were; accept or reject them first.']
        : []),
      ...(collector.hasHidden() ? ['Words that are hidden in the document were left out.'] : []),
      ...(clause === null ? [] : [`The number of the heading above the table, ${clause}, is taken as the ${CLAUSE}.`]),
    ],
  };
}

async function* batchOf({ rows }: DocumentTable, clause: string | null = null): AsyncGenerator<RowBatch> {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map((cells) => cells.length)));
  const wide = (cells: readonly string[], index: number) =>
    clause === null
      ? cells
      : [...cells, ...Array.from({ length: width - cells.length }, () => ''), index === 0 ? CLAUSE : clause];
  yield { rows: rows.map((cells, index) => ({ row: index + 1, cells: wide(cells, index) })), done: 1 };
}

/** Whether the table names the clauses itself. */
function hasClause({ rows }: DocumentTable): boolean {
  const [head = []] = rows;
  return head.some((cell) => /clause|section|rid ref/i.test(cell) && recognisedHeadings('criteria', [cell]) > 0);
}
