import { describe, expect, it } from 'vitest';
import { type Entry, entriesOf, listedWords, type PartEntry } from '../../shared/domain/catalogue/entries.ts';
import { copyOfContainers, putRecords, recordsOf } from '../../shared/domain/records/canonical.ts';
import { listKinds, type RecordKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { factsSince } from '../../shared/domain/since/computeSince.ts';
import { markedFacts } from '../documents/markedFacts.ts';

const asOf = '2030-01-01' as never;
/** Over these turns every record meets every word of an enumeration. */
const turns = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const was = turns.map((turn) => markedFacts('quoxel', 2, turn).facts);
const is = turns.map((turn) => markedFacts('vexnib', 2, turn + 1).facts);

type Value = Readonly<Record<string, unknown>>;

/** What is told where one field of the first record of a kind, or of the release, is another. */
function toldOf(kind: RecordKind, entry: Entry, changed: (turn: number) => unknown): readonly string[] {
  return turns.flatMap((turn) => {
    const before = was[turn] as ReleaseFacts;
    const after = withValue(before, kind, entry, changed(turn));
    return after === null ? [] : factsSince({ facts: before }, { facts: after, asOf }).map(({ sentence }) => sentence);
  });
}

function withValue(facts: ReleaseFacts, kind: RecordKind, entry: Entry, value: unknown): ReleaseFacts | null {
  const after = copyOfContainers(facts);
  if (kind === 'release') {
    const { path } = entry as Entry & { readonly path: readonly string[] };
    const copy = structuredClone(facts) as unknown as Record<string, unknown>;
    const place = path.slice(0, -1).reduce((at, step) => at[step] as Record<string, unknown>, copy);
    place[path.at(-1) as string] = value;
    const parsed = releaseFactsSchema.safeParse(copy);
    return parsed.success ? parsed.data : null;
  }
  const [first, ...rest] = recordsOf(facts, kind);
  const edited = recordKinds[kind].schema.safeParse({ ...first, [entry.name]: value });
  if (!edited.success) return null;
  putRecords(after, kind, [edited.data as Value, ...rest]);
  return after;
}

function valueIn(facts: ReleaseFacts, kind: RecordKind, entry: Entry): unknown {
  if (kind !== 'release') return recordsOf(facts, kind)[0]?.[entry.name];
  const { path } = entry as Entry & { readonly path: readonly string[] };
  return path.reduce((at, step) => (at as Value)[step], facts as unknown);
}

/** What the field becomes: the other facts' value, each of its parts alone, something else, and nothing. */
function valuesOf(kind: RecordKind, entry: Entry): readonly ((turn: number) => unknown)[] {
  const other = (turn: number) => valueIn(is[turn] as ReleaseFacts, kind, entry);
  const alone = entry.parts.map(({ name }) => (turn: number) => {
    const value = other(turn);
    return Array.isArray(value) ? value.map((one) => only(one, name)) : only(value, name);
  });
  const another = (turn: number) => {
    const value = valueIn(was[turn] as ReleaseFacts, kind, entry);
    return typeof value === 'number' ? value + 7 : 'tad.published-6-months';
  };
  return [other, ...alone, another, () => null];
}

const only = (value: unknown, name: string) => ({ [name]: (value as Value)[name] });

const fields = (['release', ...listKinds] as const).flatMap((kind) =>
  entriesOf(kind)
    .filter(({ name }) => name !== 'onBehalf')
    .map((entry) => [`${kind}.${entry.name}`, kind, entry] as const),
);

/** What is told in a sentence of its own, and not as “label” was, is now. */
const inOwnWords: ReadonlySet<string> = new Set([
  ...['goLive.approvedDate', 'goLive.approvedBy', 'goLive.approvedOn', 'goLive.reason'].map((one) => `release.${one}`),
  'modification.status',
  ...['text', 'selfStatus'].map((one) => `criterion.${one}`),
  ...['file', 'sha256', 'bytes', 'status', 'statusBy', 'statusReason'].map((one) => `evidence.${one}`),
  ...['position', 'sawText', 'saw'].map((one) => `view.${one}`),
  'testIssue.open',
  'condition.due',
]);

/** What stands outside quotation marks is ours. */
const ours = (sentence: string) => sentence.replaceAll(/“[^”]*”/g, '“”').replaceAll(/\b(?:quoxel|vexnib)\w*/g, 'N');
const nameOf = ({ facts }: Entry | PartEntry) => facts.told ?? facts.label;

describe('every field of the schema', () => {
  it('is among them', () => {
    expect(fields.length).toBeGreaterThan(180);
    for (const one of inOwnWords) expect(fields.map(([name]) => name)).toContain(one);
  });

  it.each(fields)('%s is told by its label, where it changed and where it went', (name, kind, entry) => {
    const told = valuesOf(kind, entry).flatMap((changed) => toldOf(kind, entry, changed));
    expect(told.length).toBeGreaterThan(0);
    for (const sentence of told) {
      const isJoined = /\bscope\b/.test(ours(sentence)) || /its status is now|day of its approval/.test(sentence);
      if (!inOwnWords.has(name) && !isJoined) expect(sentence).toContain(`“${nameOf(entry)}” was `);
      expect(ours(sentence)).not.toMatch(/(?:^|[ :;])(?:[a-z]+[A-Z]\w*|\w+_\w+)\b|\?/);
      expect(ours(sentence)).not.toMatch(/\b(?:on|from|to|by|at|what|sets|when|of) (?:was|were)\b/);
      expect(ours(sentence)).not.toMatch(/\d{4}-\d\d/);
    }
  });

  it.each(fields.filter(([, , entry]) => wordedIn(entry).length > 0))(
    '%s is told in the words of the catalogue',
    (name, kind, entry) => {
      const told = valuesOf(kind, entry)
        .flatMap((changed) => toldOf(kind, entry, changed))
        .join('\n');
      const shown = wordedIn(entry).filter(([, word]) => told.includes(word));
      // A position is told by what the body did.
      if (name !== 'view.position') expect(shown.length, name).toBe(wordedIn(entry).length);
      for (const [code, word] of wordedIn(entry))
        if (code !== word) expect(ours(told).replaceAll(word, '')).not.toMatch(new RegExp(`\\b${code}\\b`));
    },
  );

  it('is called by what says enough in a sentence', () => {
    const all = fields.map(([, , entry]) => nameOf(entry));
    expect(
      all.filter((one) => /^(?:(?:on|from|to|at|by|for|what|why)$|its |their )/i.test(one) && one !== 'Why'),
    ).toEqual([]);
  });
});

/** The words that a field or one of its parts lists, by their codes. */
function wordedIn(entry: Entry): readonly (readonly [string, string])[] {
  return [entry, ...entry.parts].flatMap(({ schema, facts }) =>
    listedWords(schema).map((code) => [code, facts.words?.[code] ?? code] as const),
  );
}
