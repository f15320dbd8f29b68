import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { entriesOf, listedWords } from '../../shared/domain/catalogue/entries.ts';
import { pointedAt } from '../../shared/domain/catalogue/field.ts';
import { kinds, listKinds } from '../../shared/domain/catalogue/kinds.ts';
import { sections } from '../../shared/domain/catalogue/sections.ts';
import { importKindSpecs, importKinds } from '../../shared/domain/importing/importKinds.ts';

const all = (['release', ...listKinds] as const).flatMap((kind) =>
  entriesOf(kind).map((entry) => [`${kind}.${entry.name}`, entry] as const),
);

/** `needs` and `needs.kinds`. */
const namesOf = (kind: (typeof listKinds)[number] | 'release') =>
  entriesOf(kind).flatMap(({ name, parts }) => [name, ...parts.map((part) => `${name}.${part.name}`)]);

/** A link takes the blanks around it away, and may be left out or empty. */
function isLink(schema: z.ZodType): boolean {
  if (!schema.safeParse(null).success) return false;
  return (
    (schema.safeParse(' x ').data === 'x' && schema.safeParse('').success) ||
    isDeepStrictEqual(schema.safeParse([' x ']).data, ['x'])
  );
}

describe('the catalogue agrees with itself', () => {
  it('answers per part where there are parts, and only there', () => {
    const wrong = all.filter(([, { facts, parts }]) => (facts.publish.kind === 'perPart') !== parts.length > 0);
    expect(wrong.map(([name]) => name)).toEqual([]);
    const parts = all.flatMap(([name, entry]) => entry.parts.map((part) => [`${name}.${part.name}`, part] as const));
    expect(parts.length).toBeGreaterThan(40);
    expect(parts.filter(([, { facts }]) => facts.publish.kind === 'perPart').map(([name]) => name)).toEqual([]);
  });

  it('keeps apart by a key what others point at, and nothing else', () => {
    expect(listKinds.filter((kind) => kinds[kind].unique.length > 0)).toEqual([...pointedAt]);
  });

  it('says of every link what it points at, so that renames are followed', () => {
    const links = all
      .flatMap(([name, { parts, ...own }]) => [
        [name, own] as const,
        ...parts.map((part) => [`${name}.${part.name}`, part] as const),
      ])
      .filter(([, { schema }]) => isLink(schema));
    expect(links.map(([name]) => name)).toContain('condition.source.criterion');
    expect(links.filter(([, { facts }]) => facts.pointsAt === undefined).map(([name]) => name)).toEqual([]);
  });

  it.each(listKinds)('orders only fields that a %s has, each once', (kind) => {
    const names = namesOf(kind);
    for (const order of [kinds[kind].form ?? [], kinds[kind].columns ?? []]) {
      expect(order.filter((name) => !names.includes(name))).toEqual([]);
      expect(new Set(order).size).toBe(order.length);
    }
  });

  it('orders only fields that a release has', () => {
    const named = Object.values(sections).flatMap(({ form }): readonly string[] => form);
    expect(named.filter((name) => !namesOf('release').includes(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('lets nobody choose where there is nothing to choose from', () => {
    const chosen = all
      .flatMap(([name, entry]) => [entry, ...entry.parts].map((one) => [name, one] as const))
      .filter(([, { facts }]) => /^choices?$/.test(facts.control.type));
    expect(chosen.length).toBeGreaterThan(10);
    const values = chosen.map(
      ([name, { schema, facts }]) => [name, facts.control.values ?? listedWords(schema)] as const,
    );
    expect(values.filter(([, words]) => words.length < 2)).toEqual([]);
  });

  it('gives words to coded values only, and to those that there are', () => {
    for (const [name, entry] of all)
      for (const { schema, facts } of [entry, ...entry.parts]) {
        const coded = Object.keys(facts.words ?? {});
        expect(
          coded.filter((value) => !listedWords(schema).includes(value)),
          name,
        ).toEqual([]);
      }
  });

  it('imports every field that says how it is read', () => {
    const imported = importKinds.map((kind) => importKindSpecs[kind].record);
    const told = listKinds.filter((kind) =>
      entriesOf(kind).some(({ facts, parts }) => facts.imported ?? parts.some((part) => part.facts.imported)),
    );
    expect(told.sort()).toEqual([...imported].sort());
  });
});
