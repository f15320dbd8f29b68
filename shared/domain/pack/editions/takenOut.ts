import { countOf, joinWords } from '../../foundation/words.ts';

/** What stands in a running text for what was taken out of it and names nobody. */
export const anAddress = '[an e-mail address]';
export const aNumber = '[a phone number]';
export const aTitle = '[a title that is not published]';
export const aParty = '[a Party]';

/** One line of the list of what was left out: what, and why. */
type Omission = readonly [what: string, why: string];

/**
 * What was taken out of one text, counted by its kind, for each is left out for a reason of its own.
 * @param place `in its text`
 * @param standIns what stands in the text now, one for each that was taken out
 */
export function takenOutInWords(standIns: readonly string[], place: string): readonly Omission[] {
  const of = (...those: readonly string[]) => standIns.filter((one) => those.includes(one));
  const names = standIns.filter((one) => ![anAddress, aNumber, aTitle, aParty].includes(one));
  return [
    omission(names, 'name', place, 'Persons are not named in public.'),
    omission(
      of(aParty),
      'name of a Party',
      place,
      'Parties that commented are not named in public.',
      'names of Parties',
    ),
    omission(of(anAddress), 'e-mail address', place, howReached, 'e-mail addresses'),
    omission(of(aNumber), 'phone number', place, howReached),
    omission(
      of(aTitle),
      'title of evidence',
      place,
      'The item is withheld, or its mark does not let it go to everybody.',
      'titles of evidence',
    ),
  ].filter((one) => one !== null);
}

const howReached = 'How to reach somebody is not told in public.';

function omission(
  standIns: readonly string[],
  noun: string,
  place: string,
  why: string,
  plural = `${noun}s`,
): Omission | null {
  if (standIns.length === 0) return null;
  const kinds = [...new Set(standIns)].map((one) => `“${one}”`);
  const stand = kinds.length === 1 ? 'stands' : 'stand';
  return [`${countOf(standIns.length, noun, plural)} ${place}; ${joinWords(kinds)} ${stand} there.`, why];
}
