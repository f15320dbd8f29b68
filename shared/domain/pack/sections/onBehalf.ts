import { formatDate } from '../../calendar/calendarDate.ts';
import { capitalise, countOf } from '../../foundation/words.ts';
import { recordsOf } from '../../records/canonical.ts';
import { type ListKind, listKinds, recordKinds } from '../../records/recordKinds.ts';
import type { Release } from '../../records/release.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { type Block, paragraph, type Span } from '../blocks.ts';
import { cell, headingOf, recordTable } from '../tables.ts';
import { joined } from '../words.ts';

type OnBehalf = NonNullable<Release['onBehalf']>[number];

/** One field that one side recorded for the other, and whose record it stands in. */
interface Unconfirmed {
  readonly record: string;
  readonly entry: OnBehalf;
}

/** Every value that awaits its owner's word: those of the release, then record by record. */
export function unconfirmedIn(facts: ReleaseFacts): readonly Unconfirmed[] {
  const of = (record: string, entries: readonly OnBehalf[] | null | undefined) =>
    (entries ?? []).map((entry) => ({ record, entry }));
  return [
    ...of('The release', facts.release.onBehalf),
    ...listKinds.flatMap((kind) =>
      recordsOf(facts, kind).flatMap((record) =>
        of(nameOf(kind, record), record.onBehalf as readonly OnBehalf[] | null | undefined),
      ),
    ),
  ];
}

/** `recorded by SECAS for the DCC on 3 May 2026, to be confirmed`. */
function onBehalfWords(entry: OnBehalf): string {
  const side = entry.for === 'DCC' ? 'the DCC' : entry.for;
  return `recorded${entry.by ? ` by ${entry.by}` : ''} for ${side}${entry.on ? ` on ${formatDate(entry.on)}` : ''}, to be confirmed`;
}

/** What stands beside a value that was recorded for its owner; nothing where the owner recorded it. */
export function onBehalfOf(
  record: { readonly onBehalf: readonly OnBehalf[] | null },
  ...fields: string[]
): readonly Span[] {
  const found = (record.onBehalf ?? []).filter((entry) => fields.includes(entry.field));
  return found.map((entry) => ({ text: ` (${onBehalfWords(entry)})`, soft: true }));
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
        ['Field', 22, ({ entry }) => cell(fieldWords(entry.field))],
        ['How', 44, ({ entry }) => cell(capitalise(onBehalfWords(entry)))],
      ],
      'small',
    ),
  ];
}

function nameOf(kind: ListKind, record: Readonly<Record<string, unknown>>): string {
  const { noun, key } = recordKinds[kind];
  return joined([capitalise(noun), (key as (record: unknown) => string)(record)], ' ') ?? noun;
}

/** `selfStatus` → `self status`: a field as people read it. */
function fieldWords(field: string): string {
  return field
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
    .replaceAll('.', ', ');
}
