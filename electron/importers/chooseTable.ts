import { joinFew } from '../../shared/domain/foundation/words.ts';
import { recognisedHeadings } from '../../shared/domain/importing/guessMapping.ts';
import { HEADING_ROWS } from '../../shared/domain/importing/headings.ts';
import type { ImportKind } from '../../shared/domain/importing/importKinds.ts';
import { shownWord } from '../../shared/domain/importing/shown.ts';
import { refuse } from './refusal.ts';
import { isFilled, type RowBatch, textOf } from './rows.ts';

/** One of several tables in a file: a workbook's sheet, a document's table. */
export interface TableEntry {
  readonly name: string;
  readonly hidden: boolean;
}

export interface ChosenTable<Entry extends TableEntry> {
  readonly entry: Entry;
  readonly notes: readonly string[];
}

/** More tables are not looked into; the user can still name one. */
const MOST_LOOKED_AT = 100;
/** One heading may be a chance. */
const FEWEST_HEADINGS = 2;

/**
 * The table that the user names; else the one whose first rows hold most headings of this kind of import; else the
 * first that holds anything. What was passed over is said.
 *
 * @param what what a sentence calls it: `sheet`, `table`
 */
export async function chooseTable<Entry extends TableEntry>(
  entries: readonly Entry[],
  chosen: string | null,
  kind: ImportKind,
  { shown, what, rowsOf }: { shown: string; what: string; rowsOf: (entry: Entry) => AsyncIterable<RowBatch> },
): Promise<ChosenTable<Entry>> {
  if (chosen !== null) return { entry: named(entries, chosen, shown, what), notes: [] };
  const [first] = entries;
  if (!first) refuse(`“${shown}” holds no ${what} with cells.`);
  const looked = [];
  for (const entry of entries.slice(0, MOST_LOOKED_AT))
    looked.push({ entry, ...(await lookInto(rowsOf(entry), kind)) });
  const seen = looked.filter(({ entry }) => !entry.hidden);
  const candidates = seen.length > 0 ? seen : looked;
  const best = candidates.reduce(
    (most, next) => (next.headings > most.headings ? next : most),
    candidates[0] ?? { entry: first, headings: 0, rows: 0 },
  );
  const found = best.headings >= FEWEST_HEADINGS ? best : (candidates.find(({ rows }) => rows > 0) ?? best);
  const others = candidates
    .filter(({ entry, rows }) => entry !== found.entry && rows > 0)
    .map(({ entry }) => `“${shownWord(entry.name)}”`);
  const alike = candidates.filter(({ headings, rows }) => rows > 0 && headings === found.headings);
  const why =
    found.headings < FEWEST_HEADINGS
      ? 'it is the first that holds anything'
      : alike.length > 1
        ? `it is the first of ${alike.length} whose headings fit alike`
        : 'its headings fit best';
  return {
    entry: found.entry,
    notes:
      others.length === 0
        ? []
        : [`Read from the ${what} “${shownWord(found.entry.name)}”, for ${why}; left aside: ${joinFew(others, 5)}.`],
  };
}

function named<Entry extends TableEntry>(
  entries: readonly Entry[],
  chosen: string,
  shown: string,
  what: string,
): Entry {
  const wanted = chosen.trim().toLowerCase();
  const found = entries.find(({ name }) => name.trim().toLowerCase() === wanted);
  if (found) return found;
  if (entries.length === 0) refuse(`“${shown}” holds no ${what} with cells.`);
  const names = entries.map(({ name }) => `“${shownWord(name)}”`);
  refuse(`“${shown}” has no ${what} “${shownWord(chosen)}”; it has ${joinFew(names, 12)}.`);
}

/** How many rows the beginning of a table holds, and the most headings that one of them names. */
async function lookInto(batches: AsyncIterable<RowBatch>, kind: ImportKind) {
  let headings = 0;
  let rows = 0;
  for await (const batch of batches) {
    for (const { cells } of batch.rows) {
      if (!cells.some(isFilled)) continue;
      rows += 1;
      headings = Math.max(headings, recognisedHeadings(kind, cells.map(textOf)));
      if (rows >= HEADING_ROWS) return { headings, rows };
    }
  }
  return { headings, rows };
}
