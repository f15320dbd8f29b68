import { modificationKey } from '../catalogue/modification.ts';
import { countOf, joinWords } from '../foundation/words.ts';
import { shownWord } from './shown.ts';

/** A modification as one cell names it: reference and part, and a title where the cell holds one too. */
interface NamedModification {
  readonly reference: string;
  readonly part: string | null;
  readonly title: string | null;
}

const REFERENCE = String.raw`(SEC\s?MP|MP|DP)[\s_-]{0,3}0*(\d{1,4})\s?([A-Z](?![\p{L}]))?`;
const first = new RegExp(String.raw`^\s*${REFERENCE}(?![\p{L}\d])`, 'iu');
const another = new RegExp(String.raw`^\s*(?:[/,;&+\n]|and\b)\s*(?=${REFERENCE}(?![\p{L}\d]))`, 'iu');
const part = /[\s,–—-]*\(?\bpart\s+([\p{L}\d]{1,20})(?:\s+of\s+\d{1,2})?\)?/iu;
const quotedTitle = /^\s*[,:–—-]?\s*(['"‘’“”])(.+?)['"’”](?=\s*(?:$|[,;(–—-]|part\b))/isu;
/** After a blank alone a title begins with a capital: `MP150 withdrawn after TAG` says something of it and calls it nothing. */
const plainTitle = /^(?:\s*[:–—-]\s*(?=\p{L})|\s+(?=\p{Lu}))(.+)$/su;
const remark = /^\s+\p{Ll}/u;

/** What follows another reference is longer than any title in use. */
const LONGEST = 1000;

/**
 * Modifications as people write them: `SECMP0062 'A title' part 2`, `mp080`, `MP 80`, `MP080 / MP081`,
 * `MP102A - A title`. Null where the cell begins with no reference, or with more than can be told apart.
 */
function readModifications(cell: string): readonly NamedModification[] | null {
  if (cell.length > LONGEST) return null;
  const found: NamedModification[] = [];
  let rest = cell;
  for (;;) {
    const match = first.exec(rest);
    if (!match) return null;
    const reference = usualForm(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    rest = rest.slice(match[0].length);
    const next = another.exec(rest);
    if (next) {
      found.push({ reference, part: null, title: null });
      rest = rest.slice(next[0].length);
      continue;
    }
    const named = partAndTitle(rest);
    return named ? [...found, { reference, ...named }] : null;
  }
}

const whole = new RegExp(String.raw`^\s*${REFERENCE}\s*$`, 'iu');

/** The usual form of a reference, however it is written, so that one modification is found under each; other text as it is. */
export function usualReference(text: string): string {
  const match = whole.exec(text);
  return match ? usualForm(match[1] ?? '', match[2] ?? '', match[3] ?? '') : text;
}

/** What two records of one modification share, however each writes its reference: for matching, never for showing. */
export function matchingKey(one: { readonly reference: string; readonly part: string | null }): string {
  return modificationKey({ ...one, reference: usualReference(one.reference) });
}

/** `mp 80` is MP080, `secmp62` is SECMP0062: the forms that the register of modifications uses. */
function usualForm(kind: string, number: string, letter: string): string {
  const prefix = kind.toUpperCase().replace(/\s/g, '');
  return `${prefix}${number.padStart(prefix === 'SECMP' ? 4 : 3, '0')}${letter.toUpperCase()}`;
}

function partAndTitle(rest: string): Omit<NamedModification, 'reference'> | null {
  const inQuotes = quotedTitle.exec(rest);
  const outside = inQuotes ? rest.slice(inQuotes[0].length) : rest;
  const named = part.exec(outside);
  const left = named ? `${outside.slice(0, named.index)}${outside.slice(named.index + named[0].length)}` : outside;
  const title = inQuotes?.[2]?.trim() ?? null;
  if (left.trim().replace(/^[,.;:–—-]+$/, '') === '') return { part: named?.[1] ?? null, title };
  const plain = title === null ? plainTitle.exec(left) : null;
  if (plain) return { part: named?.[1] ?? null, title: (plain[1] as string).trim() };
  return remark.test(left) ? { part: named?.[1] ?? null, title } : null;
}

/** Turns the reference cell of a scope table into the modifications it names, and keeps account of what it changed. */
export interface ModificationReader {
  readonly expand: (fields: Readonly<Record<string, unknown>>, row: number) => readonly Record<string, unknown>[];
  readonly notes: () => readonly string[];
}

const MOST_NOTED = 5;

export function createModificationReader(): ModificationReader {
  const rewritten = new Map<string, string>();
  const several: string[] = [];
  const more = { rewritten: 0, several: 0 };
  return {
    expand(fields, row) {
      const cell = fields.reference;
      const named = typeof cell === 'string' ? readModifications(cell) : null;
      if (!named || typeof cell !== 'string') return [withPart(fields)];
      const inWords = named.map((one) => (one.part ? `${one.reference} part ${one.part}` : one.reference));
      if (named.length > 1) {
        if (several.length < MOST_NOTED) several.push(`Row ${row} names ${joinWords(inWords)}; each is taken.`);
        else more.several += 1;
      } else if (cell.trim() !== named[0]?.reference) {
        if (rewritten.size < MOST_NOTED) rewritten.set(shownWord(cell), inWords[0] as string);
        else more.rewritten += 1;
      }
      return named.map(({ reference, part: own, title }) => ({
        ...(title === null ? {} : { title }),
        ...(own === null ? {} : { part: own }),
        ...fields,
        reference,
      }));
    },
    notes: () => [
      ...[...rewritten].map(([cell, reference]) => `“${cell}” is read as ${reference}.`),
      ...(more.rewritten > 0 ? [`The same was done with ${countOf(more.rewritten, 'more row')}.`] : []),
      ...several,
      ...(more.several > 0
        ? [`${countOf(more.several, 'more row')} ${more.several === 1 ? 'names' : 'name'} several modifications, too.`]
        : []),
    ],
  };
}

const namedPart = /^(.*\S)[\s,–—-]*\(?\bpart\s+([\p{L}\d]{1,20})\)?$/iu;

/** A reference of another kind may name its part all the same. */
function withPart(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { reference } = fields;
  if (typeof reference !== 'string' || reference.length > 100 || fields.part !== undefined) return { ...fields };
  const match = namedPart.exec(reference);
  if (!match) return { ...fields };
  return { ...fields, reference: (match[1] as string).replace(/[\s,–—(-]+$/, ''), part: match[2] };
}
