import { type ColumnMapping, recognisedHeadings } from './guessMapping.ts';
import type { ImportKind } from './importKinds.ts';

/** How far down a table the headings are looked for, below titles and dates of export. */
export const HEADING_ROWS = 60;

/** One word that is also a heading proves nothing: `Open` may be a value. */
const FEWEST = 2;

/**
 * Which of the first rows holds the headings: the one that names most of what this kind of import knows; else the
 * first that is as wide as the table. Null where nothing looks like a heading at all.
 */
export function findHeadings(
  kind: ImportKind,
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping | null,
): number | null {
  const named = mapping ? new Set(Object.keys(mapping)) : null;
  const best = strongest(rows.map((cells) => (named ? cells.filter((cell) => named.has(cell.trim())).length : 0)));
  const guessed =
    best ??
    strongest(
      rows.map((cells) => recognisedHeadings(kind, cells)),
      FEWEST,
    );
  if (guessed !== null) return guessed;
  const widths = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  return strongest(widths);
}

/** Every column under a name of its own: a blank heading is `Column 3`, a second `Status` is `Status (2)`. */
export function distinctHeadings(cells: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed() || `Column ${index + 1}`;
    let distinct = name;
    for (let copy = 2; used.has(distinct); copy += 1) distinct = `${name} (${copy})`;
    used.add(distinct);
    return distinct;
  });
}

function strongest(scores: readonly number[], fewest = 1): number | null {
  const most = Math.max(0, ...scores);
  return most < fewest ? null : scores.indexOf(most);
}
