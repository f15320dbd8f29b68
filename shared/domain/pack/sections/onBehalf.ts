import { capitalise, countOf } from '../../foundation/words.ts';
import { recordsOf } from '../../records/canonical.ts';
import { type ListKind, listKinds, type RecordKind, recordKinds } from '../../records/recordKinds.ts';
import type { Release } from '../../records/release.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { behalfField, behalfWords } from '../../roles/behalfWords.ts';
import { type Block, paragraph, type Span } from '../blocks.ts';
import { cell } from '../tables.ts';
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
    {
      kind: 'heading',
      level: 2,
      text: 'Recorded on behalf, to be confirmed',
      id: 'identity:onBehalf',
      bookmark: false,
    },
    paragraph(
      `${countOf(all.length, 'value')} ${all.length === 1 ? 'was' : 'were'} recorded by one side for the side that owns ${all.length === 1 ? 'it' : 'them'}, and ${all.length === 1 ? 'awaits' : 'await'} its word.`,
    ),
    {
      kind: 'table',
      caption: 'Values recorded on behalf',
      size: 'small',
      columns: [
        { title: 'Record', weight: 34 },
        { title: 'Field', weight: 22 },
        { title: 'How', weight: 44 },
      ],
      rows: all.map(({ record, kind, entry }) => [
        cell(record),
        cell(behalfField(kind, entry.field)),
        cell(capitalise(behalfWords(entry))),
      ]),
    },
  ];
}

function nameOf(kind: ListKind, record: Readonly<Record<string, unknown>>): string {
  const { noun, key } = recordKinds[kind];
  return joined([capitalise(noun), (key as (record: unknown) => string)(record)], ' ') ?? noun;
}
