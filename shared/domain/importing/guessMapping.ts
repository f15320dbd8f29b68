import { type ImportField, typeOfColumn } from './importField.ts';
import { type ImportKind, importKindSpecs } from './importKinds.ts';
import { plainWord } from './plainWord.ts';
import { headingWord } from './vocabularies/trackerWords.ts';
import { nothingStated, readWord, type Vocabulary, vocabularies } from './words.ts';

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
    const name = headingWord(cell);
    if (name === '') continue;
    for (const field of importKindSpecs[kind].fields)
      if (namesOf(field).includes(name) || field.weak?.aliases.some((alias) => plainWord(alias) === name))
        fields.add(field.field);
  }
  return fields.size;
}

function candidatesFor(
  kind: ImportKind,
  heading: string,
  column: number,
  sampleRows: readonly (readonly string[])[],
): readonly Candidate[] {
  const name = headingWord(heading);
  if (name === '') return [];
  const bare = withoutBrackets(heading);
  const values = valuesOf(column, sampleRows);
  return importKindSpecs[kind].fields.flatMap((field) => {
    const rank = rankOf(field, name, bare, values);
    if (rank < 0 || !couldHold(field, heading, values)) return [];
    const doubt = unreadable(field, heading, values) ? EXPLAINED / 2 : 0;
    return [{ column, field, rank: rank + doubt }];
  });
}

function rankOf(field: ImportField, name: string, bare: string, values: readonly string[]): number {
  const names = namesOf(field);
  const place = names.indexOf(name);
  if (place >= 0) return place;
  if (names.includes(bare)) return EXPLAINED;
  const { weak } = field;
  const at = weak?.aliases.findIndex((alias) => plainWord(alias) === name) ?? -1;
  if (!weak || at < 0 || values.length === 0) return -1;
  return values.every(weak.fits) ? names.length + at : -1;
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

/** A word of any vocabulary is shorter. */
const LONGEST_WORD = 40;

/**
 * Whether a column's values can be what its heading says: `Approved` over Yes and No is no date of approval. Words that
 * nobody knows may still be a status, and are asked for; sentences are none.
 */
function couldHold(field: ImportField, heading: string, values: readonly string[]): boolean {
  if (values.length === 0) return true;
  const type = typeOfColumn(field, heading);
  if (type === 'count') return values.some((value) => /^[-+]?\d/.test(value.trim()));
  if (type === 'date')
    return values.some(
      (value) => readWord(vocabularies.yesNo as Vocabulary, value) === undefined || /^\d+$/.test(value),
    );
  return !vocabularies[type] || type === 'impacts' || values.some((value) => value.length <= LONGEST_WORD);
}

/** Columns that are called as a field is, and whose values it cannot hold: what they are not, for the user to know. */
export function unfitColumns(
  kind: ImportKind,
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
  mapping: ColumnMapping,
): readonly string[] {
  return columns.filter((heading, column) => {
    if (Object.hasOwn(mapping, heading)) return false;
    const values = valuesOf(column, sampleRows);
    return importKindSpecs[kind].fields.some(
      (field) =>
        !Object.values(mapping).includes(field.field) &&
        rankOf(field, headingWord(heading), withoutBrackets(heading), values) >= 0 &&
        !couldHold(field, heading, values),
    );
  });
}

/**
 * Columns of counts that are no field, and whose heading is the word of an outcome: a phase's tests that are Blocked are
 * none of those that its other columns count.
 */
export function countsLeftAside(
  kind: ImportKind,
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
  mapping: ColumnMapping,
): readonly string[] {
  if (kind !== 'results' || Object.values(mapping).includes('outcome')) return [];
  return columns.filter((heading, column) => {
    if (Object.hasOwn(mapping, heading) || readWord(vocabularies.outcome as Vocabulary, heading) === undefined)
      return false;
    const values = valuesOf(column, sampleRows);
    return values.every((value) => /^\d+$/.test(value.trim())) && values.some((value) => Number(value) > 0);
  });
}

function valuesOf(column: number, sampleRows: readonly (readonly string[])[]): readonly string[] {
  return sampleRows.map((row) => row[column] ?? '').filter((text) => !nothingStated(text));
}

function unreadable(field: ImportField, heading: string, values: readonly string[]): boolean {
  const { usually } = field;
  if (usually && values.length > 0 && !values.some((value) => usually(value.trim()))) return true;
  const vocabulary = vocabularies[typeOfColumn(field, heading)];
  return (
    vocabulary !== undefined && values.length > 0 && values.every((word) => readWord(vocabulary, word) === undefined)
  );
}
