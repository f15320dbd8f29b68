import type { z } from 'zod';
import { releaseEntries } from '../catalogue/entries.ts';
import type { ReleaseFacts } from './releaseFacts.ts';

/**
 * The release and its single sections are one record with flat fields (`goLive.approvedDate`, `tad.longerPeriods.why`),
 * so that the ledger, undo and a later merge work field by field, as for every other kind.
 */
export interface ReleaseField {
  /** The field's name in the ledger and in edits. */
  readonly name: string;
  readonly schema: z.ZodType;
  /** Where its value stands in the facts. */
  readonly path: readonly string[];
}

export const releaseFields: readonly ReleaseField[] = releaseEntries;

/** Field name → value, in the order of `releaseFields`. */
export type FlatRelease = Readonly<Record<string, unknown>>;

export function flattenRelease(facts: ReleaseFacts): FlatRelease {
  return Object.fromEntries(releaseFields.map((field) => [field.name, valueAt(facts, field.path)]));
}

/** The facts' skeleton from flat fields: every list is empty. `id` null: it has none yet. */
export function inflateRelease(id: string | null, fields: FlatRelease): Record<string, unknown> {
  const facts: Record<string, unknown> = { release: id === null ? {} : { id } };
  for (const field of releaseFields) {
    let place = facts;
    for (const step of field.path.slice(0, -1)) {
      place[step] ??= {};
      place = place[step] as Record<string, unknown>;
    }
    place[field.path[field.path.length - 1] as string] = fields[field.name] ?? null;
  }
  return facts;
}

function valueAt(facts: ReleaseFacts, path: readonly string[]): unknown {
  return path.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], facts);
}
