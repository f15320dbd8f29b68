import type { z } from 'zod';
import { type FieldFacts, factsOfField, factsOfPart, type PartFacts } from './field.ts';
import { onBehalf } from './kind.ts';
import { kinds, listKinds, type RecordKind } from './kinds.ts';
import { type Section, sections } from './sections.ts';

/** One field of a record as the catalogue knows it. */
export interface Entry {
  /** Its name in the ledger and in edits; dotted for the sections of a release: `goLive.approvedDate`. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly facts: FieldFacts;
  readonly parts: readonly PartEntry[];
  /** Whether it holds several values. */
  readonly isList: boolean;
}

export interface PartEntry {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly facts: PartFacts;
}

/** A field of the release record, with the path of its value in the facts. */
export interface ReleaseEntry extends Entry {
  readonly section: Section;
  readonly path: readonly string[];
}

/** In the order of the release record: the ledger and the store know its fields so. */
const order: readonly Section[] = [
  'identity',
  'goLive',
  'ifNotGo',
  'longerPeriods',
  'userTesting',
  'transition',
  'recommendation',
  'publication',
];

export const releaseEntries: readonly ReleaseEntry[] = order.flatMap((section) => {
  const { fields, name: prefix, path } = sections[section];
  const own = Object.entries<z.ZodType>(prefix === null ? { ...fields, onBehalf } : fields);
  return own.map(([name, schema]) => ({
    ...entryOfField(prefix === null ? name : `${prefix}.${name}`, schema),
    section,
    path: [...path, name],
  }));
});

const entries = new Map<RecordKind, readonly Entry[]>([
  ['release', releaseEntries],
  ...listKinds.map((kind): [RecordKind, readonly Entry[]] => [
    kind,
    Object.entries<z.ZodType>({ ...kinds[kind].fields, onBehalf }).map(([name, schema]) => entryOfField(name, schema)),
  ]),
]);
/** By kind and then by name: an import asks for each field of each row, and would build a name for both each time. */
const byName = new Map(
  [...entries].map(([kind, all]) => [kind, new Map(all.map((entry) => [entry.name, entry]))] as const),
);

/** Every field of a kind in the order of the release file; `onBehalf`, which every record has, is among them. */
export function entriesOf(kind: RecordKind): readonly Entry[] {
  return entries.get(kind) ?? [];
}

export function entryOf(kind: RecordKind, field: string): Entry | undefined {
  return byName.get(kind)?.get(field);
}

function entryOfField(name: string, schema: z.ZodType): Entry {
  const plain = plainSchema(schema);
  const item = plain.type === 'array' ? plainSchema(plain.element as z.ZodType) : plain;
  const shape = item.type === 'object' ? (item.shape as Readonly<Record<string, z.ZodType>>) : {};
  const parts = Object.entries(shape).map(([part, of]) => ({ name: part, schema: of, facts: factsOfPart(of) }));
  return { name, schema, facts: factsOfField(schema), parts, isList: plain.type === 'array' };
}

/** What is recorded, under every `nullable`, `default` and the like. */
export function plainSchema(schema: z.ZodType): z.core.$ZodTypes['_zod']['def'] & { readonly [name: string]: unknown } {
  const def = schema._zod.def as unknown as { readonly innerType?: z.ZodType; readonly in?: z.ZodType };
  const inner = def.innerType ?? def.in;
  return inner ? plainSchema(inner) : (def as never);
}

/** The words that a schema lists, of which one or some are recorded; [] where it lists none. */
export function listedWords(schema: z.ZodType): readonly string[] {
  const plain = plainSchema(schema);
  const item = plain.type === 'array' ? plainSchema(plain.element as z.ZodType) : plain;
  return item.type === 'enum' ? Object.values(item.entries).map(String) : [];
}
