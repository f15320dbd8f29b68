import { entriesOf, releaseEntries } from '../../../shared/domain/catalogue/entries.ts';
import { capitalise } from '../../../shared/domain/foundation/words.ts';
import { recordsOf } from '../../../shared/domain/records/canonical.ts';
import { keyOf, listKinds, recordKinds } from '../../../shared/domain/records/recordKinds.ts';
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
          record: capitalise(`${recordKinds[kind].noun} ${keyOf(kind, record as never)}`.trim()),
          field: label,
          text,
        })),
      ),
    );
  });
  return [...ofRelease, ...ofLists];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}
