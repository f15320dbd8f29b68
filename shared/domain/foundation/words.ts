/** The wording that every sentence shares, so that counts, lists and bodies read alike everywhere. */

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** `six months`, `12 months`, `one month`: spelt out up to ten, as the guidance does. */
export function monthsInWords(months: number): string {
  return `${numerals[months] ?? months} ${months === 1 ? 'month' : 'months'}`;
}

/** `1 criterion`, `3 criteria`: a count never stands without its noun. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/** The first few by name, the rest as a count: `MP1, MP2, MP3 and 9 more`. Nothing is left out silently. */
export function joinFew(words: readonly string[], most = 5): string {
  if (words.length <= most + 1) return joinWords(words);
  return joinWords([...words.slice(0, most), `${words.length - most} more`]);
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** In the middle of a sentence: `Approved Go-Live date` becomes `approved Go-Live date`; a name keeps its capitals, `DCC …`. */
export function uncapitalise(text: string): string {
  const isName = /^\S*\p{L}\S*\p{Lu}/u.test(text);
  if (isName) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** One sentence, one full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A user's own words inside our sentence: no blanks around them, no full stop of their own. */
export function quoted(text: string): string {
  return text.trim().replace(/\.+$/, '');
}

/** A user's own sentence inside ours, marked as such: it may hold anything, and ends where its quotation mark does. */
export function saying(text: string): string {
  return `“${text.trim().replace(/\.+$/, '').replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** A sentence of a rule that rests on the guidance names its clause; one that does already stays. */
export function citing(text: string, clause: string): string {
  if (text.includes('§') && text.replace(/“[^”]*”/g, '').includes('§')) return text;
  return `${text.replace(/\.$/, '')} (${clause}).`;
}

/** `the June 2026 SEC Release`, in mid-sentence: people may have typed the article with the name. */
export function theReleaseCalled(name: string): string {
  return `the ${name.trim().replace(/^the\s+/i, '')}`;
}

/** What people write where nothing is known: null and blank text alike. */
export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

/** A sentence stays on one line, whatever line breaks the user's own words in it have. */
export function oneLine(text: string): string {
  return /[\n\r\t]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
