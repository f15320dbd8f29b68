import { foldText } from './foldText.ts';
import { bounded, escaped, titles } from './organisations.ts';

/** One way in which somebody may be written; `capital`: only where the text has it with a capital, for it is also a word. */
interface Writing {
  readonly pattern: string;
  readonly capital: 'any' | 'first' | 'all';
}

const gap = '[\\s.,()\\[\\]\'"-]+';
const title = `(?:(?:${[...titles].join('|')})\\.?\\s+)?`;

/** Initials that are something else in every release. */
const abbreviations = new Set('ac am cc ci dr ev gb id it mp ok pm po qa rt si ti tc uk us ut'.split(' '));

/**
 * Every way in which a person may be met: whole, the surname first, with initials, the initials, and each name alone.
 * @param person folded: `ada byron`, `a. byron`
 */
export function writingsOf(person: string): readonly Writing[] {
  const words = person.split(' ').filter((word) => word !== '');
  const long = words.filter((word) => word.replace('.', '').length > 1);
  const surname = long.at(-1);
  if (surname === undefined) return [{ pattern: words.map(flexible).join(gap), capital: 'all' }];
  const given = words.slice(0, words.lastIndexOf(surname));
  const initials = given.map((word) => word.charAt(0));
  const all = [...initials, surname.charAt(0)];
  const dotted = initials.map((sign) => `${sign}\\.?`).join('\\s*');
  return [
    { pattern: title + words.map(flexible).join(gap), capital: words.length === 1 ? 'first' : 'any' },
    ...(given.length === 0
      ? []
      : [
          { pattern: `${flexible(surname)}${gap}${given.map(flexible).join(gap)}`, capital: 'any' as const },
          { pattern: `${title}${dotted}\\s*${flexible(surname)}`, capital: 'any' as const },
          { pattern: `${flexible(given[0] ?? '')}\\s+${surname.charAt(0)}\\.?`, capital: 'first' as const },
          { pattern: all.map((sign) => `${sign}\\.`).join('\\s*'), capital: 'all' as const },
          ...(abbreviations.has(all.join('')) ? [] : [{ pattern: all.join(''), capital: 'all' as const }]),
        ]),
    ...long
      .filter((word) => word.length > 2)
      .map((word) => ({ pattern: title + flexible(word), capital: 'first' as const })),
  ];
}

/** A Party is met by its whole name only; a short one only as it is written, for `ee` and `so` are parts of words. */
export function writingOfParty(party: string): Writing {
  const plain = foldText(party.trim()).text;
  return { pattern: plain.split(/\s+/).map(flexible).join('\\s+'), capital: plain.length <= 3 ? 'all' : 'any' };
}

/** `anne-marie` is met as `anne marie`, `o'neil` as `oneil`. */
function flexible(word: string): string {
  return escaped(word).replaceAll('-', '[-\\s]?').replaceAll("'", "['\\s]?");
}

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

export interface Cleared {
  readonly text: string;
  /** What stands for the names that were taken out, one for each. */
  readonly standIns: readonly string[];
}

/** Takes names out of running text; whoever is known is replaced by what stands for them. */
export function clearerOf(
  writings: readonly { readonly writing: Writing; readonly standIn: string }[],
): (text: string) => Cleared {
  // The longest first, so that a name is taken whole: «Byron, Ada» before «Byron».
  const length = ({ writing }: { readonly writing: Writing }) => writing.pattern.replace(title, '').length;
  const sorted = [...writings].sort((left, right) => length(right) - length(left));
  const patterns = sorted.map(({ writing, standIn }) => ({
    pattern: new RegExp(bounded(writing.pattern), 'gu'),
    capital: writing.capital,
    standIn,
  }));
  const hints = hintsOf(sorted.map(({ writing }) => writing.pattern));
  return (original) => {
    const standIns: string[] = [];
    let text = original.includes('@')
      ? original.replace(address, () => {
          standIns.push('[an e-mail address]');
          return '[an e-mail address]';
        })
      : original;
    if (mayName(foldText(text).text, hints))
      for (const one of patterns) text = replaceIn(text, one.pattern, one.capital, one.standIn, standIns);
    return { text, standIns };
  };
}

/** The words of all patterns: a text without any of them names nobody, and nearly every text is such. */
function hintsOf(patterns: readonly string[]): ReadonlySet<string> {
  const words = patterns.flatMap((pattern) => {
    const plain = pattern.replace(title, '').replaceAll(gap, ' ').replaceAll('\\s', ' ');
    return plain.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  });
  return new Set(words);
}

const dottedInitials = /(?<!\p{L})\p{L}\.\s*\p{L}\./u;

function mayName(folded: string, hints: ReadonlySet<string>): boolean {
  if (hints.size === 0) return false;
  if (dottedInitials.test(folded)) return true;
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+/gu)) if (hints.has(word)) return true;
  // A name with a hyphen or an apostrophe may be written as one word.
  return [...folded.matchAll(/[\p{L}\p{N}]+/gu)].some(([word]) => startsWithHint(word, hints));
}

function startsWithHint(word: string, hints: ReadonlySet<string>): boolean {
  for (let length = 1; length < Math.min(word.length, 12); length += 1)
    if (hints.has(word.slice(0, length)) && hints.has(word.slice(length))) return true;
  return false;
}

function replaceIn(
  text: string,
  pattern: RegExp,
  capital: Writing['capital'],
  standIn: string,
  standIns: string[],
): string {
  const folded = foldText(text);
  let result = '';
  let from = 0;
  for (const match of folded.text.matchAll(pattern)) {
    const start = folded.at[match.index] ?? 0;
    const end = folded.at[match.index + match[0].length] ?? text.length;
    if (start < from || !isWritten(text.slice(start, end), capital) || isInside(text, start)) continue;
    result += text.slice(from, start) + standIn;
    standIns.push(standIn);
    from = end;
  }
  return result + text.slice(from);
}

function isWritten(found: string, capital: Writing['capital']): boolean {
  if (capital === 'any') return true;
  if (capital === 'first') return /^\P{L}*\p{Lu}/u.test(found);
  return !/\p{Ll}/u.test(found);
}

/** What already stands for somebody is left alone: `[a Party]`. */
function isInside(text: string, at: number): boolean {
  const open = text.lastIndexOf('[', at);
  return open >= 0 && /^\[(?:a |an )?[\p{L} -]+\]/u.test(text.slice(open)) && text.indexOf(']', open) >= at;
}
