import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FieldSpec } from '../../renderer/fields/fieldSpec.ts';
import { specsOf } from '../../renderer/fields/fieldSpecs.ts';
import { releaseSpecs, screenOfReleaseField } from '../../renderer/fields/releaseSpecs.ts';
import { shownElsewhere } from '../../renderer/fields/shownElsewhere.ts';
import { listKinds, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { releaseFields } from '../../shared/domain/records/releaseRecord.ts';

/** What a person reads and nobody types: computed by the app, or moved by a control of its own. */
const readOnly = [
  'evidence.accepted',
  'evidence.bytes',
  'evidence.file',
  'evidence.sha256',
  'evidence.status',
  'evidence.statusBy',
  'evidence.statusReason',
  'submission.signatures',
  'view.saw',
  'view.sawText',
];

/** Under every `nullish().transform(…)` and the like: the schema of what is recorded. */
function inner(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  if (def.type === 'pipe') return inner(def.in.constructor.name === 'ZodTransform' ? def.out : def.in);
  if (def.type === 'nullable' || def.type === 'optional' || def.type === 'default' || def.type === 'prefault')
    return inner(def.innerType);
  return schema;
}

/** `needs` with its parts, `needs.minimumItems` and so on; a list of small records with the parts of its rows. */
function fieldsOf(name: string, schema: z.core.$ZodType): readonly string[] {
  const plain = inner(schema);
  if (plain instanceof z.ZodObject) return Object.keys(plain.shape).map((part) => `${name}.${part}`);
  if (plain instanceof z.ZodArray) {
    const row = inner(plain.element as z.core.$ZodType);
    if (row instanceof z.ZodObject) return Object.keys(row.shape).map((part) => `${name}[].${part}`);
  }
  return [name];
}

function shownBy(specs: readonly FieldSpec[]): readonly string[] {
  return specs.flatMap((one) => (one.parts ? one.parts.map((part) => `${one.field}[].${part.field}`) : [one.field]));
}

const heads = (fields: readonly string[]) => new Set(fields.map((field) => field.split(/[.[]/)[0]));

describe('nothing stored is out of reach', () => {
  it.each(listKinds)('every field of a %s stands on a screen', (kind) => {
    const fields = Object.entries(recordKinds[kind].schema.shape as Record<string, z.ZodType>)
      .filter(([name]) => name !== 'id')
      .flatMap(([name, schema]) => fieldsOf(name, schema));
    expect(fields.length).toBeGreaterThan(1);
    const elsewhere = shownElsewhere(kind);
    const shown = new Set([...shownBy(specsOf(kind)), ...elsewhere]);
    // A part of what a control of its own shows (`saw[].evidence`) is shown with it; `accepted` is one record, in one row.
    const wanted = fields.filter((field) => !elsewhere.includes(field.replace(/[[.].*$/, '')));
    expect(wanted.filter((field) => !shown.has(field) && !shown.has(field.replace('.', '[].')))).toEqual([]);
    const stored = heads(fields);
    expect([...shown].filter((field) => !stored.has(field.split(/[.[]/)[0] ?? ''))).toEqual([]);
  });

  it('every field of the release stands on a screen, and each on one', () => {
    const shown = Object.values(releaseSpecs).flatMap((specs: readonly FieldSpec[]) => shownBy(specs));
    const wanted = releaseFields.flatMap((field) => {
      const parts = fieldsOf(field.name, field.schema);
      return parts[0]?.includes('[]') ? parts : [field.name];
    });
    expect(wanted.filter((field) => !shown.includes(field))).toEqual([]);
    expect(shown.filter((field, at) => shown.indexOf(field) !== at)).toEqual([]);
    for (const field of releaseFields) expect(screenOfReleaseField(field.name), field.name).not.toBeNull();
  });

  it('only what is computed, or has a control of its own, cannot be typed', () => {
    const locked = listKinds.flatMap((kind) => [
      ...specsOf(kind)
        .filter((one) => one.type === 'shown' && one.field !== 'onBehalf')
        .map((one) => `${kind}.${one.field}`),
      ...shownElsewhere(kind).map((field) => `${kind}.${field}`),
    ]);
    expect(locked.sort()).toEqual(readOnly);
  });
});
