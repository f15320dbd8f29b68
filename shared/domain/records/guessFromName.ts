import { type CalendarDate, isCalendarDate } from '../calendar/calendarDate.ts';

/** What a file's name tells about it. */
export interface NameGuess {
  /** The words without date and version; never empty. */
  readonly title: string;
  readonly date: CalendarDate | null;
  /** As it is written: `v2.1`, `final`, `issue 3`. */
  readonly version: string | null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const gap = '[ ._-]';

/** How people write dates in names; a day stands before its month, as in Great Britain. */
const dates: readonly (readonly [RegExp, (match: readonly string[]) => CalendarDate | null])[] = [
  [new RegExp(`(?<!\\d)(\\d{4})${gap}(\\d{1,2})${gap}(\\d{1,2})(?!\\d)`), ([, y, m, d]) => dateOf(y, m, d)],
  [/(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/, ([, y, m, d]) => dateOf(y, m, d)],
  [new RegExp(`(?<!\\d)(\\d{1,2})${gap}(\\d{1,2})${gap}(\\d{4})(?!\\d)`), ([, d, m, y]) => dateOf(y, m, d)],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?${gap}*${month}${gap}*(\\d{4})(?!\\d)`, 'i'),
    ([, d, m, y]) => dateOf(y, monthOf(m), d),
  ],
  [
    new RegExp(`\\b${month}${gap}+(\\d{1,2})(?:st|nd|rd|th)?,?${gap}+(\\d{4})(?!\\d)`, 'i'),
    ([, m, d, y]) => dateOf(y, monthOf(m), d),
  ],
];

const numbered = /(?<![a-z0-9])(?:v|ver|version|rev|revision|issue)[ .]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?(?![a-z0-9])/i;
/** A word that says how far a document is, in brackets or at the end of the name. */
const stated = /\((final|draft|approved|signed|signed off)\)|(?<=[ -])(final|draft|approved|signed)$/i;
const copies = /(?:\s*-\s*copy)?(?:\s*\(\d{1,3}\))?$|^copy of /gi;

/** Title, date and version from a file's name: `SIT exit report v2.1 2021-09-30.pdf`. */
export function guessFromName(name: string): NameGuess {
  const stem = name.replace(/\.[A-Za-z0-9]{1,10}$/, '').replace(/\.(?:tar)$/i, '');
  const dated = takeDate(tidy(stem.replaceAll('_', ' ')));
  const words = tidy(dated.rest.replace(copies, ''));
  const number = numbered.exec(words)?.[0] ?? null;
  const withoutNumber = number === null ? words : tidy(words.replace(numbered, ' '));
  const state = stated.exec(withoutNumber);
  const title = state ? tidy(withoutNumber.replace(stated, ' ')) : withoutNumber;
  const version = [number, state?.[1] ?? state?.[2]].filter((part) => part != null).join(' ');
  return {
    title: title || tidy(stem) || name,
    date: dated.date,
    version: version === '' || title === '' ? null : version,
  };
}

function takeDate(words: string): { readonly date: CalendarDate | null; readonly rest: string } {
  for (const [pattern, read] of dates) {
    const match = pattern.exec(words);
    const date = match && read(match);
    if (match && date) return { date, rest: tidy(words.replace(match[0], ' ')) };
  }
  return { date: null, rest: words };
}

function dateOf(year = '', month = '', day = ''): CalendarDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}

function monthOf(word = ''): string {
  return String(months.indexOf(word.slice(0, 3).toLowerCase()) + 1);
}

/** One blank between words, empty brackets and dangling signs gone. */
function tidy(text: string): string {
  return text
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s*-(?:\s*-)+\s*/g, ' - ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;.\-–]+|[\s,;\-–]+$/g, '')
    .trim();
}

/**
 * Criteria that a file's name speaks of: `AC-03 exit report.pdf`, `ac03_evidence.docx`. Only references that exist. A
 * RID may just number them, and a number in a name is mostly a version, a date or a phase: it must be called a criterion.
 */
export function criteriaNamedIn(name: string, references: readonly string[]): readonly string[] {
  const words = plainWords(name);
  return references.filter((reference) => {
    const wanted = plainWords(reference);
    if (/^[\d ]+$/.test(wanted))
      return new RegExp(`(?:^| )(?:criterion|criteria|crit|ac)(?: no)? ${wanted}(?: |$)`).test(words);
    return wanted !== '' && ` ${words} `.includes(` ${wanted} `);
  });
}

/** Letters apart from digits, leading noughts gone, so that `AC-03`, `ac3` and `AC_03` are one. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/^0+(?=\d)/, ''))
    .join(' ');
}
