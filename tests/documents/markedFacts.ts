import { z } from 'zod';
import { calendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';

/** One value of the release file that no other place has, so that whoever meets it knows where it came from. */
interface Marker {
  /** `criteria.0.opinion.text`. */
  readonly path: string;
  /** The same without positions in lists: `criteria.opinion.text`. */
  readonly field: string;
  readonly text: string;
}

export interface MarkedFacts {
  readonly facts: ReleaseFacts;
  readonly markers: readonly Marker[];
  /** Dates that no other place has, by the same paths. */
  readonly dates: readonly Marker[];
}

/** Links that must lead somewhere, lest what hangs on them is never met; by field. */
const links: Readonly<Record<string, unknown>> = {
  'views.criterion': 'AC-1',
  'views.body': 'TAG',
  'evidence.criteria': ['AC-1'],
  'evidence.accepted.criteria': ['AC-1', 'AC-2'],
  'issueThresholds.criterion': 'AC-1',
  'exceptions.rule': 'scope.approved',
};

/**
 * Facts with every field of the schema filled, each text a word of its own: a field that is added later is covered
 * without a change here. Every list holds three records, which take the words of an enumeration in turn.
 * @param shift with which word the turn begins: over some of them, every record meets every word.
 */
export function markedFacts(word = 'quoxel', records = 3, shift = 0): MarkedFacts {
  const markers: Marker[] = [];
  const dates: Marker[] = [];
  const input = fill(releaseFactsSchema, []);
  return { facts: releaseFactsSchema.parse(input), markers, dates };

  function fill(schema: z.core.$ZodType, path: readonly string[]): unknown {
    const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
    const field = path.filter((step) => !/^\d+$/.test(step)).join('.');
    if (field in links) return links[field];
    // A name of a field, not a text of its own.
    if (field.endsWith('onBehalf.field')) return 'text';
    if (field === 'release.slot') return shift % 2 === 0 ? null : '2026-06';
    switch (def.type) {
      case 'default':
      case 'prefault':
      case 'nullable':
        return fill(def.innerType, path);
      case 'optional':
        return path.at(-1) === 'id' ? idOf(path) : fill(def.innerType, path);
      case 'pipe':
        return fill(def.in, path);
      case 'object':
        return Object.fromEntries(
          Object.entries(def.shape).map(([name, inner]) => [name, fill(inner, [...path, name])]),
        );
      case 'array':
        return Array.from({ length: records }, (_, index) => fill(def.element, [...path, String(index)]));
      case 'enum':
        return Object.values(def.entries)[(turnOf(path) + shift) % Object.values(def.entries).length];
      case 'boolean':
        return (turnOf(path) + shift) % 2 === 0;
      case 'number':
        return 1 + (turnOf(path) % 3);
      case 'string':
        return textAt(schema, path, field);
      default:
        throw new Error(`No marker for ${def.type} at ${path.join('.')}`);
    }
  }

  function textAt(schema: z.core.$ZodType, path: readonly string[], field: string): unknown {
    const at = path.join('.');
    if (field === 'criteria.reference') return `AC-${turnOf(path) + 1}`;
    if (accepts(schema, 'free text')) {
      // Letters only, so that neither wrapping nor numbering can tear or change it.
      const text = `${word}${lettersOf(markers.length)}q`;
      markers.push({ path: at, field, text });
      return text;
    }
    if (accepts(schema, '2026-06-25')) {
      const text = plusDays(calendarDate('2024-01-01'), dates.length);
      dates.push({ path: at, field, text });
      return text;
    }
    if (accepts(schema, 'a'.repeat(64))) return String(markers.length).padStart(64, '0');
    throw new Error(`No text for ${at}`);
  }

  function idOf(path: readonly string[]): string {
    let sum = 7;
    for (const sign of path.join('.')) sum = (sum * 31 + sign.charCodeAt(0)) % 0xffffffff;
    return `018f0000-0000-7000-8000-${String(turnOf(path)).padStart(4, '0')}${sum.toString(16).padStart(8, '0')}`;
  }
}

/** The facts with one field filled, and else only what the schema asks for: what no other field keeps company. */
export function onlyWith({ facts }: MarkedFacts, path: string): ReleaseFacts {
  const rest = without(facts, [], path);
  for (;;) {
    const parsed = releaseFactsSchema.safeParse(rest);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) putBack(rest, facts, issue.path);
  }
}

function without(value: unknown, path: readonly string[], kept: string): unknown {
  const leadsThere = (step: string) => `${kept}.`.startsWith(`${[...path, step].join('.')}.`);
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      leadsThere(String(index)) ? [without(item, [...path, String(index)], kept)] : [],
    );
  if (value === null || typeof value !== 'object') return path.join('.') === kept ? value : null;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, without(inner, [...path, name], kept)]),
  );
}

/** What the schema misses at a place, from the whole facts. */
function putBack(rest: unknown, whole: unknown, path: readonly PropertyKey[]): void {
  const steps = path.slice(0, -1).map(String);
  const at = (from: unknown) =>
    steps.reduce<Record<string, unknown>>((value, step) => value[step] as never, from as never);
  const last = String(path.at(-1));
  at(rest)[last] = at(whole)[last];
}

/** The position in the innermost list. */
function turnOf(path: readonly string[]): number {
  return Number(path.findLast((step) => /^\d+$/.test(step)) ?? 0);
}

function lettersOf(number: number): string {
  const signs = 'bcdfghjklmnprstvw';
  let rest = number;
  let text = '';
  for (let index = 0; index < 3; index += 1) {
    text = (signs[rest % signs.length] ?? '') + text;
    rest = Math.floor(rest / signs.length);
  }
  return text;
}

function accepts(schema: z.core.$ZodType, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}
