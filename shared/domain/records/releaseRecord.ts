import type { z } from 'zod';
import { longerPeriodsSchema } from './documents.ts';
import {
  goLiveSchema,
  ifNotGoSchema,
  publicationSchema,
  recommendationSchema,
  releaseSchema,
  transitionSchema,
  userTestingSchema,
} from './release.ts';
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

const lists = new Set(['id', 'goLive', 'ifNotGo', 'notLive', 'parts', 'changes', 'notices']);

function fieldsOf(
  prefix: readonly string[],
  place: readonly string[],
  shape: Record<string, z.ZodType>,
): ReleaseField[] {
  return Object.entries(shape)
    .filter(([name]) => !lists.has(name))
    .map(([name, schema]) => ({ name: [...prefix, name].join('.'), schema, path: [...place, name] }));
}

export const releaseFields: readonly ReleaseField[] = [
  ...fieldsOf([], ['release'], releaseSchema.shape),
  ...fieldsOf(['goLive'], ['release', 'goLive'], goLiveSchema.shape),
  ...fieldsOf(['ifNotGo'], ['release', 'ifNotGo'], ifNotGoSchema.shape),
  ...fieldsOf(['tad', 'longerPeriods'], ['tad', 'longerPeriods'], longerPeriodsSchema.shape),
  ...fieldsOf(['userTesting'], ['userTesting'], userTestingSchema.shape),
  ...fieldsOf(['transition'], ['transition'], transitionSchema.shape),
  ...fieldsOf(['recommendation'], ['recommendation'], recommendationSchema.shape),
  ...fieldsOf(['publication'], ['publication'], publicationSchema.shape),
];

/** Field name → value, in the order of `releaseFields`. */
export type FlatRelease = Readonly<Record<string, unknown>>;

export function flattenRelease(facts: ReleaseFacts): FlatRelease {
  return Object.fromEntries(releaseFields.map((field) => [field.name, valueAt(facts, field.path)]));
}

/** The facts' skeleton from flat fields: every list is empty. */
export function inflateRelease(id: string, fields: FlatRelease): Record<string, unknown> {
  const facts: Record<string, unknown> = { release: { id } };
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
