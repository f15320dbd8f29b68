import { z } from 'zod';
import { type RecordKind, recordKinds } from '../records/recordKinds.ts';
import { releaseFields } from '../records/releaseRecord.ts';
import { type Knowledge, knows } from './knowledge.ts';
import type { LifeVersion, RecordDelta, Stamp, Version } from './state.ts';
import { sameValue } from './winner.ts';

/*
 * A record in a bundle, one line of JSON. Stamps stand once and are named by their place in the list. `base`: every
 * field that is not named otherwise was written under this stamp, with the value in `values` or with null.
 */
export const storeIdSchema = z.guid();
const seqSchema = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const shortText = z.string().max(2000);
export const knowledgeSchema = z.record(storeIdSchema, seqSchema);
export const instantSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/);
const place = z.int().min(0).max(100_000);

export const lineSchema = z.strictObject({
  kind: z.string().max(100),
  id: z.guid(),
  stamps: z
    .array(
      z.tuple([storeIdSchema, seqSchema, instantSchema, shortText, shortText, z.string().max(2_000_000).nullable()]),
    )
    .min(1)
    .max(100_000),
  life: z
    .array(z.tuple([place, z.boolean(), knowledgeSchema.nullable()]))
    .max(1000)
    .nullable(),
  base: place.nullable(),
  values: z.record(z.string().max(200), z.unknown()),
  fields: z.record(
    z.string().max(200),
    z
      .array(z.tuple([place, z.unknown()]))
      .min(1)
      .max(1000),
  ),
});

export type WireLine = z.output<typeof lineSchema>;

const schemas = new Map<string, ReadonlyMap<string, z.ZodType>>([
  ['release', new Map(releaseFields.map((field) => [field.name, field.schema]))],
  ...Object.entries(recordKinds).map(([kind, { schema }]): [string, ReadonlyMap<string, z.ZodType>] => [
    kind,
    new Map(Object.entries(schema.shape as Record<string, z.ZodType>).filter(([field]) => field !== 'id')),
  ]),
]);

/** Writes a record's registers as one line's content; `before`: what the reader knows. */
export function toWire(delta: RecordDelta, before: Knowledge): WireLine {
  const places = new Map<string, number>();
  const stamps: WireLine['stamps'] = [];
  const placeOf = (stamp: Stamp) => {
    const name = `${stamp.store}/${stamp.seq}/${stamp.ruler}`;
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, stamps.length);
    stamps.push([stamp.store, stamp.seq, stamp.at, stamp.by, stamp.organisation, stamp.ruler]);
    return stamps.length - 1;
  };
  const life = delta.life?.map(({ stamp, alive, saw }): [number, boolean, Knowledge | null] => [
    placeOf(stamp),
    alive,
    saw,
  ]);
  const base = delta.fields.size === schemas.get(delta.kind)?.size ? commonPlace(delta, placeOf, before) : null;
  const values: Record<string, unknown> = {};
  const fields: WireLine['fields'] = {};
  for (const [field, versions] of delta.fields) {
    const [only] = versions;
    if (base !== null && versions.length === 1 && only && placeOf(only.stamp) === base) {
      if (only.value !== null) values[field] = only.value;
    } else fields[field] = versions.map(({ stamp, value }) => [placeOf(stamp), value]);
  }
  return { kind: delta.kind, id: delta.id, stamps, life: life ?? null, base, values, fields };
}

function commonPlace(delta: RecordDelta, placeOf: (stamp: Stamp) => number, before: Knowledge): number | null {
  const counts = new Map<number, number>();
  for (const versions of delta.fields.values()) {
    const [only] = versions;
    if (versions.length !== 1 || !only || knows(before, only.stamp)) continue;
    const at = placeOf(only.stamp);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null;
}

/** A line read back, or the sentence that says why it cannot be taken. Every value is one the domain itself would keep. */
export function fromWire(input: unknown, after: Knowledge): RecordDelta | string {
  const parsed = lineSchema.safeParse(input);
  if (!parsed.success) return 'One of its lines is not a record as this version knows them.';
  const line = parsed.data;
  const delta = decodeLine(line, after);
  if (typeof delta === 'string') return delta;
  const wrong = firstWrong(schemas.get(line.kind), delta.fields);
  return wrong ? `The ${wrong} of a ${nounOf(line.kind)} in it is not a value that this field can have.` : delta;
}

/** The same for a line that `fromWire` has taken before: its values are not judged again. */
export function decodeLine(line: WireLine, after: Knowledge): RecordDelta | string {
  const known = schemas.get(line.kind);
  if (!known)
    return `It holds records of the kind “${shown(line.kind)}”, which this version of SEC Go-Live does not know; update the app.`;
  const stamps = line.stamps.map(
    ([store, seq, at, by, organisation, ruler]): Stamp => ({ store, seq, at, by, organisation, ruler }),
  );
  if (!stamps.every((stamp) => knows(after, stamp)))
    return 'It holds changes that its own list of contents does not know.';
  const stampAt = (at: number) => stamps[at];

  const fields = new Map<string, readonly Version[]>();
  const base = line.base === null ? null : stampAt(line.base);
  if (base === undefined) return broken(line);
  if (!base && Object.keys(line.values).length > 0) return broken(line);
  if (base) for (const field of known.keys()) fields.set(field, [{ stamp: base, value: null }]);
  const writes: [string, readonly (readonly [number, unknown])[]][] = [
    ...Object.entries(line.values).map(([field, value]): [string, [number, unknown][]] => [
      field,
      [[line.base ?? 0, value]],
    ]),
    ...Object.entries(line.fields),
  ];
  for (const [field, versions] of writes) {
    if (!known.has(field))
      return `It holds the field “${shown(field)}” of a ${nounOf(line.kind)}, which this version of SEC Go-Live does not know; update the app.`;
    const read: Version[] = [];
    for (const [at, value] of versions) {
      const stamp = stampAt(at);
      if (!stamp) return broken(line);
      read.push({ stamp, value: value ?? null });
    }
    fields.set(field, read);
  }
  const life = lifeOf(line, stampAt);
  return life === undefined ? broken(line) : { kind: line.kind as RecordKind, id: line.id, life, fields };
}

function lifeOf(line: WireLine, stampAt: (at: number) => Stamp | undefined): readonly LifeVersion[] | null | undefined {
  if (line.life === null) return null;
  const read: LifeVersion[] = [];
  for (const [at, alive, saw] of line.life) {
    const stamp = stampAt(at);
    if (!stamp || alive !== (saw === null)) return undefined;
    read.push({ stamp, alive, saw });
  }
  return read.length > 0 ? read : undefined;
}

/** The schema must give the value back as it came: what it would mend differs from what the other side shows. */
function firstWrong(known: ReadonlyMap<string, z.ZodType> | undefined, fields: RecordDelta['fields']): string | null {
  for (const [field, versions] of fields) {
    for (const { value } of versions) {
      const parsed = known?.get(field)?.safeParse(value);
      if (!parsed?.success || !sameValue(parsed.data ?? null, value)) return field;
    }
  }
  return null;
}

function broken(line: WireLine): string {
  return `A ${nounOf(line.kind)} in it is written in a way that this version cannot read.`;
}

function nounOf(kind: string): string {
  return kind === 'release' ? 'release' : recordKinds[kind as keyof typeof recordKinds].noun;
}

function shown(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 60);
}

/** Whether every field of a record is there, as a record must be that the reader does not have. */
export function isWholeRecord(kind: RecordKind, fields: RecordDelta['fields']): boolean {
  return fields.size === schemas.get(kind)?.size;
}
