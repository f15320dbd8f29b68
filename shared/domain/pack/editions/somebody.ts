import { foldText } from './foldText.ts';
import { afterName, afterNoName, inBetween, isMonth, isOrdinary, monthPattern, notOfThePast } from './ordinaryWords.ts';

/** Where a writing of a name was found. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What the release and others are called: an ordinary word of theirs names nobody. */
  readonly releases: readonly string[];
}

/**
 * Whether one name alone, found with a capital, is somebody's: a word that is something else as well has its capital from
 * a date, from the release's own name or from the start of a sentence. Where it cannot be told, it is somebody's.
 *
 * @param word folded: `may`
 */
export function isSomebody(word: string, place: Place): boolean {
  const { text, start, end } = place;
  if (!isOrdinary(word) || hasTitle(word, place)) return true;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (/^['’]s(?!\p{L})/u.test(after)) return true;
  if (isMonth(word) && isOfDate(before, after)) return false;
  if (place.releases.some((name) => /\s/.test(name.trim()) && isWithin(name, place))) return false;
  const isLoud = !/\p{Ll}/u.test(text.slice(start, end));
  return !isExplained(place, before) || isFollowedAsName(word, after, isLoud);
}

/** `Ms May`: what was found begins before the name itself. */
function hasTitle(word: string, { text, start, end }: Place): boolean {
  return foldText(text.slice(start, end)).text.trim().length > word.length;
}

const leadsToMonth =
  /(?:^|[^\p{L}\p{N}])(?:(?:[12]?\d|3[01])|in|during|since|until|till|early|late|mid|end|start|last|next|this|every|each|(?:end|start|beginning|middle) of)[\s/-]+$/iu;
const followsMonth = new RegExp(
  [
    String.raw`^(?:[\s_/-]*|\s+[’'])\d`,
    String.raw`^\s+(?:sec|system|documentation|release|slot|meeting|bank|day)(?!\p{L})`,
    String.raw`^\s*(?:to|until|[–/-])\s*(?:\d|${monthPattern}(?!\p{L}))`,
  ].join('|'),
  'iu',
);

/** `on 24 ` */
export function isAfterDay(before: string): boolean {
  return /(?:^|[^\p{L}\p{N}])(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?:\s+of)?\s+$/iu.test(before);
}

/** ` 2026` */
export function isBeforeYear(after: string): boolean {
  return /^[.,]?\s*(?:19|20)\d\d(?!\d)/.test(after);
}

/** `24 June`, `June 2026`, `in May`, `the May review`, `June to August`. */
function isOfDate(before: string, after: string): boolean {
  if (isAfterDay(before) || isBeforeYear(after) || leadsToMonth.test(before) || followsMonth.test(after)) return true;
  return /(?:^|[^\p{L}])the\s+$/iu.test(before) && /^\s+\p{Ll}/u.test(after);
}

function isWithin(name: string, { text, start, end }: Place): boolean {
  for (let at = text.indexOf(name); name !== '' && at >= 0; at = text.indexOf(name, at + 1))
    if (at <= start && end <= at + name.length) return true;
  return false;
}

/** Whether something else gives the word its capital: the start of a sentence, or a text in capitals. */
function isExplained({ text, start, end }: Place, before: string): boolean {
  if (/(?:^|[.!?:;]["'”’)\]]*\s|[\n\r]|(?:^|\s)[-•*–—]\s|[“"‘(])\s*$/u.test(before)) return true;
  const words = [before.match(/(\p{L}+)\P{L}*$/u)?.[1], text.slice(start, end), text.slice(end).match(/\p{L}+/u)?.[0]];
  return words.every((word) => word === undefined || (word.length > 1 && !/\p{Ll}/u.test(word)));
}

/** Whether a word at the start of a sentence goes on as a name does: with what somebody did, or with nothing. */
function isFollowedAsName(word: string, after: string, isLoud: boolean): boolean {
  const { gap = '', next = '' } = after.match(/^(?<gap>[^\p{L}\p{N}]*)(?<next>[\p{L}\p{N}]*)/u)?.groups ?? {};
  if (gap === '-') return /^\p{Lu}/u.test(next);
  if (gap === '' || gap.trim() !== '' || next === '') return true;
  if (/^\d/.test(next)) return !/^\s\d{1,4}\s+\p{Ll}/u.test(after);
  const isModal = word === 'will' || word === 'may';
  if (isModal && /^[^.!]*\?/.test(after)) return false;
  const folded = foldText(next).text;
  if (afterNoName.has(folded)) return false;
  if (!isLoud && /^\p{Lu}/u.test(next)) return true;
  if (inBetween.has(folded) || folded.endsWith('ly'))
    return isFollowedAsName(word, after.slice(gap.length + next.length), isLoud);
  // Any verb may follow those two; what follows another word that is none of these is told from a name by nobody.
  return !isModal || afterName.has(folded) || isVerb(folded);
}

/** What somebody does or did, by its end: `agrees`, `agreed`, but not `process`, `focus` or `need`. */
function isVerb(word: string): boolean {
  return word.endsWith('ed') ? !notOfThePast.has(word) : /[^s]s$/.test(word) && !/[ui]s$/.test(word);
}
