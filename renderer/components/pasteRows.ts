import { kinds, type ListKind } from '../../shared/domain/catalogue/kinds.ts';
import { plainWord } from '../../shared/domain/importing/plainWord.ts';
import type { DateContext } from '../../shared/domain/importing/readTypedDate.ts';
import type { FieldSpec } from '../fields/fieldSpec.ts';
import { specsOf } from '../fields/fieldSpecs.ts';
import { readTyped } from '../fields/readTyped.ts';
import { readBlock } from './grid/pasteBlock.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Copied rows as the records of a list: the first row names the fields as the form or our own tables do, in any order. All
 * of it can be read, or nothing is, and what cannot is named.
 */
export function pasteRows(
  kind: ListKind,
  text: string,
  dates: DateContext,
): { readonly records: readonly Fields[] } | { readonly problem: string } {
  const [headings = [], ...rows] = readBlock(text);
  const named = namesOf(kind);
  const specs = headings.map((heading) => named.get(plainWord(heading)));
  if (rows.length === 0 || specs.every((spec) => spec === undefined))
    return {
      problem: `Nothing was pasted: the first row is to name the fields, such as ${labels(kind)}, and each row below is a ${kinds[kind].noun}.`,
    };
  const records: Fields[] = [];
  for (const [down, row] of rows.entries()) {
    const fields: Record<string, unknown> = {};
    for (const [across, content] of row.entries()) {
      if (content.trim() === '') continue;
      const spec = specs[across];
      if (!spec) return { problem: unknownColumn(headings[across], across, kind) };
      const read = readTyped(spec, content, dates);
      if ('problem' in read) return { problem: `Nothing was pasted: in row ${down + 1}, ${read.problem}.` };
      place(fields, spec.field, read.value);
    }
    records.push(fields);
  }
  return { records };
}

/** Under which headings a field may stand: its label, and what our own tables call it. */
function namesOf(kind: ListKind): ReadonlyMap<string, FieldSpec> {
  const names = new Map<string, FieldSpec>();
  for (const spec of specsOf(kind))
    for (const name of [spec.label, spec.heading ?? spec.label]) {
      const word = plainWord(name);
      if (!names.has(word)) names.set(word, spec);
    }
  return names;
}

function labels(kind: ListKind): string {
  const [first, second, third] = specsOf(kind).map(({ label }) => label);
  return [first, second, third].filter(Boolean).join(', ');
}

function unknownColumn(heading: string | undefined, across: number, kind: ListKind): string {
  const words = heading?.trim() ? `“${heading.trim()}”` : `column ${across + 1} without a heading`;
  return `Nothing was pasted: ${words} is no field of a ${kinds[kind].noun}; the fields are ${specsOf(kind)
    .map(({ label }) => label)
    .join(', ')}.`;
}

/** A part stands within its field: `due.on`. */
function place(fields: Record<string, unknown>, field: string, value: unknown): void {
  const [head = '', part] = field.split('.');
  fields[head] = part === undefined ? value : { ...(fields[head] as Fields | undefined), [part]: value };
}
