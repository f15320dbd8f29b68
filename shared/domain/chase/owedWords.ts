import type { Finding } from '../findings/finding.ts';
import { capitalise } from '../foundation/words.ts';
import { titleOf } from '../rulebook/titleOf.ts';

/** They keep the records: what mends a finding is said to them as it is. */
const keepers: ReadonlySet<string> = new Set(['SECAS', 'DCC']);

/**
 * What mends a finding is said to whoever keeps the record; what a committee itself owes is that without the recording
 * and the asking: `Have the CSC set the date of MP1, and record it.` is `Set the date of MP1.`
 */
const ofTheBody: readonly (readonly [RegExp, string])[] = [
  [/^Ask .+? for its answer on what has changed;.*$/s, 'Answer on what has changed.'],
  [/^Ask .+? for its answer on (.+?), (?:and record it|record it, and submit to the CSC again)\.$/s, 'Answer on $1.'],
  [
    /^Ask the CSC to take the late paper, or go to its next meeting\.$/,
    'Take the late paper, or see it at the next meeting.',
  ],
  [/^Have (?:the CSC|CSC) (.+), and record it\.$/s, '$1.'],
  [/^Have the CSC (.+)$/s, '$1'],
  [/^Have (.+) added to the scope in time\.$/s, 'Add $1 to the scope in time.'],
  [/^Have (.+) decided, and record the decision with its date\.$/s, 'Decide $1.'],
  [/^Record the Go-Live date, or choose the slot of the release\.$/, 'Set the Go-Live date.'],
  [/^Record the CSC's decision to (.+)$/s, 'Decide whether to $1'],
  [/^Record the CSC's decision: .*$/s, 'Take the Go-Live decision.'],
  [/^Record the decision that set (.+), with its date\.$/s, 'Confirm on which day $1 was set.'],
  [/^Record the date on which (.+)\.$/s, 'Confirm on which day $1.'],
];

/** A missed lead time: the CSC may accept it, and has to read which one that is. */
const accepting = /^The day has passed: record the decision that accepts it(.*)$/s;

/** What the one that a finding waits for has to do, and about what: who reads the list by itself has no screen beside it. */
export function owedInWords(finding: Finding): string {
  const { mend, subject, sentence, waitsFor } = finding;
  if (mend === null) return sentence;
  const about = subject?.slice(subject.indexOf('/') + 1) ?? '';
  const isKeeper = waitsFor === null || keepers.has(waitsFor);
  const what = isKeeper ? mend : saidToBody(mend, titleOf(finding));
  return names(what, about) ? what : `${about}: ${what}`;
}

/**
 * Whether the words name it already: as words of their own (`R1` is not in `R10`), and as a name is written; a condition
 * that somebody called `proof` is not named by a sentence in which that word stands.
 */
function names(words: string, name: string): boolean {
  if (name === '') return true;
  if (!/[\p{Lu}\p{N}]/u.test(name)) return false;
  const isPart = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1))
    if (!isPart(words[at - 1]) && !isPart(words[at + name.length])) return true;
  return false;
}

function saidToBody(mend: string, title: string): string {
  const passed = accepting.exec(mend);
  if (passed) return `${title}: decide whether to accept that this was missed${passed[1]}`;
  for (const [pattern, words] of ofTheBody) if (pattern.test(mend)) return capitalise(mend.replace(pattern, words));
  return mend;
}
