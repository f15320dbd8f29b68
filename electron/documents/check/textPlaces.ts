import { entriesOf, releaseEntries } from '../../../shared/domain/catalogue/entries.ts';
import type { Fields } from '../../../shared/domain/catalogue/field.ts';
import { capitalise } from '../../../shared/domain/foundation/words.ts';
import { recordsOf } from '../../../shared/domain/records/canonical.ts';
import { keyOf, type ListKind, listKinds, recordKinds } from '../../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';

/** A text that somebody entered, and where it is to be mended. */
export interface TextPlace {
  /** `Criterion AC-01`; `The release`. */
  readonly record: string;
  /** The field as the window calls it: `Rationale`. */
  readonly field: string;
  readonly text: string;
}

/** Every text of a release file with the record and the field that hold it, so that a refusal can name them. */
export function textPlaces(facts: ReleaseFacts): readonly TextPlace[] {
  const ofRelease = releaseEntries.flatMap(({ path, facts: { label } }) => {
    const value = path.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], facts);
    return textsIn(value).map((text) => ({ record: 'The release', field: label, text }));
  });
  const ofLists = listKinds.flatMap((kind) => {
    const entries = entriesOf(kind);
    return recordsOf(facts, kind).flatMap((record) =>
      entries.flatMap(({ name, facts: { label } }) =>
        textsIn(record[name]).map((text) => ({
          record: nameOf(kind, record),
          field: label,
          text,
        })),
      ),
    );
  });
  return [...ofRelease, ...ofLists];
}

/**
 * Where in the facts a path leads, in the words of the window: `criteria`, 0, `rationale` → Criterion AC-01, Rationale.
 * @returns null where it leads to no field of a record
 */
export function placeAt(facts: unknown, path: readonly PropertyKey[]): Omit<TextPlace, 'text'> | null {
  const leadsBy = (steps: readonly PropertyKey[]) => steps.every((step, index) => path[index] === step);
  for (const kind of listKinds) {
    const list = recordKinds[kind].path;
    if (!leadsBy(list)) continue;
    const [at, name] = path.slice(list.length);
    const entry = entriesOf(kind).find((one) => one.name === name);
    const record = [...list, at].reduce<unknown>((value, step) => (value as never)?.[step as never], facts);
    if (!entry || record === null || typeof record !== 'object') return null;
    return { record: nameOf(kind, record as Fields), field: entry.facts.label };
  }
  const entry = releaseEntries.find((one) => leadsBy(one.path));
  return entry ? { record: 'The release', field: entry.facts.label } : null;
}

function nameOf(kind: ListKind, record: Fields): string {
  return capitalise(`${recordKinds[kind].noun} ${keyOf(kind, record as never)}`.trim());
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}
