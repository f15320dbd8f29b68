import type { ImportField } from './fields/field.ts';
import { type ImportKind, importKindSpecs } from './importKinds.ts';
import { nothingStated, plainWord, readWord, vocabularies } from './words.ts';

/** Column name → field. */
export type ColumnMapping = Readonly<Record<string, string>>;

interface Candidate {
  readonly column: number;
  readonly field: ImportField;
  /** How sure: the place among the aliases; a heading with an explanation in brackets comes after all of them. */
  readonly rank: number;
}

/** More than any field has aliases. */
const EXPLAINED = 1000;

/**
 * Which column is which field, by the headings that Jira, Azure DevOps, ALM, the RID and people use; the surest pair
 * first, and no two columns for one field. The sample rows decide between fields that share a name: a column whose
 * words a field cannot read is a worse choice for it.
 */
export function guessMapping(
  kind: ImportKind,
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
): ColumnMapping {
  const candidates = columns.flatMap((name, column) => candidatesFor(kind, name, column, sampleRows));
  candidates.sort((left, right) => left.rank - right.rank || left.column - right.column);
  const taken = new Set<string>();
  const mapping = new Map<number, string>();
  for (const { column, field } of candidates) {
    if (taken.has(field.field) || mapping.has(column)) continue;
    taken.add(field.field);
    mapping.set(column, field.field);
  }
  const result: Record<string, string> = Object.create(null);
  for (const [column, name] of columns.entries()) {
    const field = mapping.get(column);
    if (field) result[name] = field;
  }
  return { ...result };
}

/** How many columns a row of headings would name: what tells the header row from titles and data. */
export function recognisedHeadings(kind: ImportKind, cells: readonly string[]): number {
  const fields = new Set<string>();
  for (const cell of cells.slice(0, 512)) {
    const name = plainWord(cell);
    for (const field of importKindSpecs[kind].fields)
      if (name !== '' && namesOf(field).includes(name)) fields.add(field.field);
  }
  return fields.size;
}

function candidatesFor(
  kind: ImportKind,
  heading: string,
  column: number,
  sampleRows: readonly (readonly string[])[],
): readonly Candidate[] {
  const name = plainWord(heading);
  if (name === '') return [];
  const bare = withoutBrackets(heading);
  return importKindSpecs[kind].fields.flatMap((field) => {
    const names = namesOf(field);
    const place = names.indexOf(name);
    const rank = place >= 0 ? place : names.includes(bare) ? EXPLAINED : -1;
    if (rank < 0) return [];
    const doubt = unreadable(field, column, sampleRows) ? EXPLAINED / 2 : 0;
    return [{ column, field, rank: rank + doubt }];
  });
}

const known = new WeakMap<ImportField, readonly string[]>();

function namesOf(field: ImportField): readonly string[] {
  const names = known.get(field) ?? [field.label, ...field.aliases, field.field].map(plainWord);
  known.set(field, names);
  return names;
}

/** `Severity (1 to 5)` is a severity: what stands in brackets behind a heading only explains it. */
function withoutBrackets(heading: string): string {
  return plainWord(heading.replace(/[([].*$/s, ''));
}

function unreadable(field: ImportField, column: number, sampleRows: readonly (readonly string[])[]): boolean {
  const vocabulary = vocabularies[field.type];
  if (!vocabulary) return false;
  const words = sampleRows.map((row) => row[column] ?? '').filter((word) => !nothingStated(word));
  return words.length > 0 && words.every((word) => readWord(vocabulary, word) === undefined);
}
