import { capitalise, countOf } from '../../foundation/words.ts';
import { recordsOf } from '../../records/canonical.ts';
import { type ListKind, listKinds, type RecordKind, recordKinds } from '../../records/recordKinds.ts';
import type { Release } from '../../records/release.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { behalfField, behalfWords } from '../../roles/behalfWords.ts';
import { type Block, paragraph, type Span } from '../blocks.ts';
import { cell, headingOf, recordTable } from '../tables.ts';
import { joined } from '../words.ts';

type OnBehalf = NonNullable<Release['onBehalf']>[number];

/** One field that one side recorded for the other, and whose record it stands in. */
interface Unconfirmed {
  readonly record: string;
  readonly kind: RecordKind;
  readonly entry: OnBehalf;
}

/** Every value that awaits its owner's word: those of the release, then record by record. */
export function unconfirmedIn(facts: ReleaseFacts): readonly Unconfirmed[] {
  const of = (record: string, kind: RecordKind, entries: readonly OnBehalf[] | null | undefined) =>
    (entries ?? []).map((entry) => ({ record, kind, entry }));
  return [
    ...of('The release', 'release', facts.release.onBehalf),
    ...listKinds.flatMap((kind) =>
      recordsOf(facts, kind).flatMap((record) =>
        of(nameOf(kind, record), kind, record.onBehalf as readonly OnBehalf[] | null | undefined),
      ),
    ),
  ];
}

/** What stands beside a value that was recorded for its owner; nothing where the owner recorded it. */
export function onBehalfOf(
  record: { readonly onBehalf: readonly OnBehalf[] | null },
  ...fields: string[]
): readonly Span[] {
  const found = (record.onBehalf ?? []).filter((entry) => fields.includes(entry.field));
  return found.map((entry) => ({ text: ` (${behalfWords(entry)})`, soft: true }));
}

/** All of them in one place, so that nobody has to look for what is not confirmed yet. */
export function onBehalfBlocks(facts: ReleaseFacts): readonly Block[] {
  const all = unconfirmedIn(facts);
  if (all.length === 0) return [];
  return [
    headingOf('Recorded on behalf, to be confirmed', 'identity:onBehalf'),
    paragraph(
      `${countOf(all.length, 'value')} ${all.length === 1 ? 'was' : 'were'} recorded by one side for the side that owns ${all.length === 1 ? 'it' : 'them'}, and ${all.length === 1 ? 'awaits' : 'await'} its word.`,
    ),
    recordTable(
      'Values recorded on behalf',
      all,
      [
        ['Record', 34, ({ record }) => cell(record)],
        ['Field', 22, ({ kind, entry }) => cell(behalfField(kind, entry.field))],
        ['How', 44, ({ entry }) => cell(capitalise(behalfWords(entry)))],
      ],
      'small',
    ),
  ];
}

function nameOf(kind: ListKind, record: Readonly<Record<string, unknown>>): string {
  const { noun, key } = recordKinds[kind];
  return joined([capitalise(noun), (key as (record: unknown) => string)(record)], ' ') ?? noun;
}
