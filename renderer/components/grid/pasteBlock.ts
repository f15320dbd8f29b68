import { countOf } from '../../../shared/domain/foundation/words.ts';
import type { DateContext } from '../../../shared/domain/importing/readTypedDate.ts';
import type { FieldSpec } from '../../fields/fieldSpec.ts';
import { readTyped } from '../../fields/readTyped.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What becomes of one row: fields of the record with this key, or of a new one (null). */
export interface CellSave {
  readonly key: string | null;
  readonly fields: Fields;
}

export type Pasted = { readonly saves: readonly CellSave[] } | { readonly problem: string };

interface PastePlace {
  /** The keys of the rows from the one that the block begins at, in the order in which they stand. */
  readonly keys: readonly string[];
  /** The columns from the one that the block begins at; null: what stands there is not to be written. */
  readonly specs: readonly (FieldSpec | null)[];
  /** Whether rows beyond the last one become new records. */
  readonly grows: boolean;
  /** What a date that is written as a distance counts from. */
  readonly dates: DateContext;
}

/** The cells of a copied block: tabs between cells, a line each; a cell with breaks or quotes stands in quotes. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, content = '', end = ''] = match;
    rows
      .at(-1)
      ?.push(content.startsWith('"') && content.length > 1 ? content.slice(1, -1).replaceAll('""', '"') : content);
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.filter((row) => row.some((one) => one.trim() !== ''));
}

/**
 * A block laid over the cells from the active one to the right and down: what each row would save. All of it can be read,
 * or nothing is saved, and the first cell that cannot is named. One single cell fills one cell.
 */
export function pasteBlock(text: string, { keys, specs, grows, dates }: PastePlace): Pasted {
  const rows = readBlock(text);
  const wide = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length === 0) return { problem: 'Nothing was pasted: the clipboard holds no text.' };
  if (wide > specs.length)
    return {
      problem: `Nothing was pasted: the block is ${countOf(wide, 'column')} wide, and from here there ${specs.length === 1 ? 'is' : 'are'} ${specs.length}.`,
    };
  if (rows.length > keys.length && !grows)
    return {
      problem: `Nothing was pasted: the block has ${countOf(rows.length, 'row')}, and from here there ${keys.length === 1 ? 'is' : 'are'} ${keys.length}.`,
    };
  const saves: CellSave[] = [];
  for (const [down, row] of rows.entries()) {
    const fields: Record<string, unknown> = {};
    for (const [across, content] of row.entries()) {
      const spec = specs[across];
      if (!spec)
        return {
          problem: `Nothing was pasted: column ${across + 1} of the block stands where nothing can be written.`,
        };
      const read = readTyped(spec, content, dates);
      if ('problem' in read)
        return { problem: `Nothing was pasted: in row ${down + 1} of the block, ${read.problem}.` };
      fields[spec.field] = read.value;
    }
    saves.push({ key: keys[down] ?? null, fields });
  }
  return { saves };
}
