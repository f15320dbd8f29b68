import { foldText } from './foldText.ts';
import { isMonth, isOrdinary } from './ordinaryWords.ts';
import { bounded, escaped, titles } from './organisations.ts';
import { isAfterDay, isBeforeYear, isSomebody, type Place } from './somebody.ts';
import { aNumber, anAddress } from './takenOut.ts';

/** One way in which somebody may be written. */
interface Writing {
  readonly pattern: string;
  /** Whether what was found there is meant. */
  readonly fits: (found: string, place: Place) => boolean;
  /** Beside it may stand digits, as in names of files; letters never. */
  readonly byDigits?: boolean;
}

/** What may stand between the names of one person: blanks, and what joins words in names of files and in addresses. */
const gap = '(?:[\\s.,:;()\\[\\]\'"_/+|~*=-]|%20)+';
const title = `(?:(?:${[...titles].join('|')})\\.?\\s+)?`;

/** Two letters that are a word: in capitals no initials, and with one no name. */
const shortWords: ReadonlySet<string> = new Set(
  'am an as at be by do go he if in is it me my no of oh on or so to up us we'.split(' '),
);
/** Initials that are something else in every release. */
const abbreviations: ReadonlySet<string> = new Set('ac cc ci dr ev gb id mp ok pm po qa rt si ti tc uk ut'.split(' '));

const always = () => true;
const inCapitals = (found: string) => !/\p{Ll}/u.test(found);
const withCapital = (found: string) => /^\P{L}*\p{Lu}/u.test(found);
const everyCapital = (found: string) => (found.match(/\p{L}+/gu) ?? []).every((word) => /^\p{Lu}/u.test(word));

/**
 * Every way in which a person may be met: whole, the surname first, with initials, the initials, and each name alone.
 * @param person folded: `ada byron`, `a. byron`
 */
export function writingsOf(person: string): readonly Writing[] {
  const words = person.split(' ').filter((word) => word !== '');
  const long = words.filter((word) => word.replace('.', '').length > 1);
  const surname = long.at(-1);
  if (surname === undefined) return [{ pattern: words.map(flexible).join(gap), fits: inCapitals }];
  const given = words.slice(0, words.lastIndexOf(surname));
  const leading = given.slice(given.findLastIndex((word) => !particles.has(word)) + 1);
  // The first word may be a given name all the same: `Al`, `Van`.
  const own = long.filter((word) => word === words[0] || !leading.includes(word));
  const alone = own.filter((word) => word.length > 2 || !shortWords.has(word)).map(aloneAs);
  if (words.length === 1) return alone.length > 0 ? alone : [{ pattern: flexible(surname), fits: withCapital }];
  return [
    ...wholeAs(words),
    ...(given.length > 0 ? withInitials(given, flexible(surname), surname) : []),
    ...(leading.length > 0 ? withParticles(given.slice(0, -leading.length), [...leading, surname]) : []),
    ...alone,
  ];
}

/** What leads a surname of several words, and names nobody by itself. */
const particles: ReadonlySet<string> = new Set(
  'af al bin da das de del della den der des di do dos du el la las le los ter ten van vande vander vom von zu zum zur'.split(
    ' ',
  ),
);

/** `van der berg`: one name, however many its words. */
function withParticles(given: readonly string[], words: readonly string[]): readonly Writing[] {
  const whole = words.map(flexible).join(gap);
  return [
    ...(given.length > 0 ? withInitials(given, whole, words.at(-1) ?? '') : []),
    { pattern: title + whole, fits: (found) => /\p{Lu}/u.test(found), byDigits: true },
  ];
}

function wholeAs(words: readonly string[]): readonly Writing[] {
  const turned = [words.at(-1) ?? '', ...words.slice(0, -1)];
  const areWords = words.every(isOrdinary);
  const fitsIn =
    (order: readonly string[]): Writing['fits'] =>
    (found, place) =>
      (!areWords || everyCapital(found) || !/\s/.test(found)) && !isPartlyDate(order, found, place);
  // `adabyron`, as accounts are called; short names are within too many words.
  const mayBeJoined = words.every((word) => word.length > 2) && words.join('').length > 7;
  return [
    { pattern: title + words.map(flexible).join(gap), fits: fitsIn(words), byDigits: true },
    { pattern: turned.map(flexible).join(gap), fits: fitsIn(turned), byDigits: true },
    ...(mayBeJoined ? [{ pattern: words.map(flexible).join(''), fits: always, byDigits: true }] : []),
  ];
}

/** `Carter, June 2026` and `24 June Carter agreed`: a day, and one name beside it. */
function isPartlyDate(order: readonly string[], found: string, { text, start, end }: Place): boolean {
  const [first = '', last = ''] = [order[0], order.at(-1)];
  if (isMonth(first) && isAfterDay(text.slice(0, start))) return true;
  return isMonth(last) && /[^\p{L}\s]/u.test(found) && isBeforeYear(text.slice(end));
}

/** @param written how the surname is written, as a pattern */
function withInitials(given: readonly string[], written: string, surname: string): readonly Writing[] {
  const [first = ''] = given;
  const initials = given.map((word) => word.charAt(0));
  const all = [...initials, surname.charAt(0)];
  const isWord = isOrdinary(surname);
  const isArticle = /^[ai]$/.test(initials.join(''));
  const dotted = initials.map((sign) => `${sign}(?:\\.\\s*|[_-])`).join('');
  return [
    {
      pattern: `${title}${dotted}${written}`,
      fits: (found) => !isWord || everyCapital(found),
      byDigits: true,
    },
    // `a byron`, `abyron`; but `a grant`, `award` and `across` are words.
    {
      pattern: `${title}${initials.join('\\s*')}\\s*${written}`,
      fits: (found) =>
        everyCapital(found) || (!isWord && (/\s/.test(found) ? !isArticle : initials.length + surname.length > 5)),
      byDigits: true,
    },
    {
      pattern: `${flexible(first)}\\s+${surname.charAt(0)}\\.?`,
      // `May I ask` asks.
      fits: (found) => everyCapital(found) && !(isOrdinary(first) && /\si$/iu.test(found)),
    },
    { pattern: all.map((sign) => `${sign}\\.`).join('\\s*'), fits: inCapitals },
    ...(abbreviations.has(all.join('')) || shortWords.has(all.join(''))
      ? []
      : [{ pattern: all.join(''), fits: inCapitals }]),
  ];
}

/** One name alone, with a capital; in a name of a file also without, unless it is a word as well. */
function aloneAs(word: string): Writing {
  return {
    pattern: title + flexible(word),
    fits: (found, place) =>
      withCapital(found)
        ? isSomebody(word, place) && (word.length > 2 || /\p{Ll}/u.test(found))
        : !isOrdinary(word) && word.length > 3 && isInFileName(place),
    byDigits: true,
  };
}

function isInFileName({ text, start, end }: Place): boolean {
  return /[\p{L}\p{N}]_$|\d$/u.test(text.slice(0, start)) || /^(?:_[\p{L}\p{N}]|\d)/u.test(text.slice(end));
}

/** A Party is met by its whole name only; a short one only as it is written, for `ee` and `so` are parts of words. */
export function writingOfParty(party: string): Writing {
  const plain = foldText(party.trim()).text;
  return { pattern: plain.split(/\s+/).map(flexible).join('[\\s_]+'), fits: plain.length <= 3 ? inCapitals : always };
}

/** `anne-marie` is met as `anne marie`, `o'neil` as `oneil`. */
function flexible(word: string): string {
  return escaped(word).replaceAll('-', '[-\\s_]?').replaceAll("'", "['\\s_]?");
}

/** As many digits as a number that is dialled has; a day, a count and a version have fewer. */
const phone = /(?<![\p{L}\p{N}.@#/-])(?:\+\d{1,3}|\(?0\d)(?:[\s()-]{0,2}\d){8,11}(?![\p{L}\p{N}/@-])/gu;
const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

export interface Cleared {
  readonly text: string;
  /** What stands for the names that were taken out, one for each. */
  readonly standIns: readonly string[];
}

/** Takes names out of running text; whoever is known is replaced by what stands for them. */
export function clearerOf(
  writings: readonly { readonly writing: Writing; readonly standIn: string }[],
  releases: readonly string[],
): (text: string) => Cleared {
  // The longest first, so that a name is taken whole: «Byron, Ada» before «Byron».
  const length = ({ writing }: { readonly writing: Writing }) => writing.pattern.replace(title, '').length;
  const sorted = [...writings].sort((left, right) => length(right) - length(left));
  const patterns = sorted.map(({ writing, standIn }) => ({
    pattern: new RegExp(writing.byDigits ? notInWord(writing.pattern) : bounded(writing.pattern), 'gu'),
    fits: writing.fits,
    standIn,
  }));
  const hints = hintsOf(sorted.map(({ writing }) => writing.pattern));
  return (original) => {
    const standIns: string[] = [];
    const without = (text: string, what: RegExp, standIn: string) =>
      text.replace(what, () => {
        standIns.push(standIn);
        return standIn;
      });
    let text = original.includes('@') ? without(original, address, anAddress) : original;
    if (/\d{3}/.test(text)) text = without(text, phone, aNumber);
    if (mayName(foldText(text).text, hints))
      for (const one of patterns) text = replaceIn(text, one, releases, standIns);
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
  // Digits may stand beside a name, and within that of a Party.
  for (const [word] of folded.matchAll(/\p{L}+/gu)) if (hints.has(word)) return true;
  // A name with a hyphen, an apostrophe or an initial may be written as one word.
  return [...folded.matchAll(/\p{L}+/gu)].some(([word]) => startsWithHint(word, hints));
}

function startsWithHint(word: string, hints: ReadonlySet<string>): boolean {
  for (let length = 1; length < Math.min(word.length, 12); length += 1)
    if ((length === 1 || hints.has(word.slice(0, length))) && hints.has(word.slice(length))) return true;
  return false;
}

interface Replacing {
  readonly pattern: RegExp;
  readonly fits: Writing['fits'];
  readonly standIn: string;
}

function replaceIn(
  text: string,
  { pattern, fits, standIn }: Replacing,
  releases: readonly string[],
  standIns: string[],
): string {
  const folded = foldText(text);
  let result = '';
  let from = 0;
  for (const match of folded.text.matchAll(pattern)) {
    const start = folded.at[match.index] ?? 0;
    const end = folded.at[match.index + match[0].length] ?? text.length;
    const place = { text, start, end, releases };
    if (start < from || !fits(text.slice(start, end), place) || isInside(text, start)) continue;
    result += text.slice(from, start) + standIn;
    standIns.push(standIn);
    from = end;
  }
  return result + text.slice(from);
}

/** No letters beside it. */
function notInWord(pattern: string): string {
  return `(?<!\\p{L})(?:${pattern})(?!\\p{L})`;
}

/** What already stands for somebody is left alone: `[a Party]`. */
function isInside(text: string, at: number): boolean {
  const open = text.lastIndexOf('[', at);
  return open >= 0 && /^\[(?:a |an )?[\p{L} -]+\]/u.test(text.slice(open)) && text.indexOf(']', open) >= at;
}
