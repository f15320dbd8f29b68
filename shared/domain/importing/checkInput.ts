import type { z } from 'zod';
import { describeProblem } from '../records/describeIssue.ts';
import { recordKinds } from '../records/recordKinds.ts';
import { fieldOf, type ImportKind, importKindSpecs } from './importKinds.ts';
import { readMeaning } from './readCell.ts';
import { shownWord } from './shown.ts';
import { vocabularies } from './words.ts';

/** What is wrong with the fields that the user gave for all rows; null where nothing is. */
export function checkDefaults(kind: ImportKind, defaults: Readonly<Record<string, unknown>>): string | null {
  const shape = recordKinds[importKindSpecs[kind].record].schema.shape as unknown as Readonly<
    Record<string, z.ZodType>
  >;
  for (const [field, value] of Object.entries(defaults)) {
    const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (!schema || field === 'id') return `“${shownWord(field)}” is no field of this import; leave it out.`;
    const parsed = schema.safeParse(value);
    if (!parsed.success) return `The field ${field}: ${describeProblem(parsed.error, value).what}.`;
  }
  return null;
}

/** What is wrong with the meanings that the user gave to words; null where nothing is. */
export function checkValueMaps(
  kind: ImportKind,
  maps: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string | null {
  for (const [name, words] of Object.entries(maps)) {
    const field = fieldOf(kind, name);
    if (!field) return `“${shownWord(name)}” is no field of this import; leave its words out.`;
    for (const [word, meaning] of Object.entries(words)) {
      if (readMeaning(field.type, meaning)) continue;
      const says = field.type === 'severity' ? '1 to 9' : (vocabularies[field.type]?.says ?? 'another value');
      return `“${shownWord(word)}” cannot stand for “${shownWord(meaning)}” in the field ${name}; choose ${says}.`;
    }
  }
  return null;
}
