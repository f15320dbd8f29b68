import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { foldText } from './foldText.ts';
import { type Cleared, clearerOf, writingOfParty, writingsOf } from './names.ts';
import { organisationsOf } from './organisations.ts';

/** What stands for somebody of whom nothing more may be said. */
const somebody = '[a named person]';
export const aParty = '[a Party]';

/** Who is named where, and what stands for them in public. */
export interface People {
  /**
   * What stands publicly for whoever is named in a field: an organisation, a body or a role stays itself; a person is
   * told by the organisation beside the name, by `side`, or not at all.
   */
  readonly standIn: (name: string, side: string | null) => string;
  /** Takes the name down, so that it is taken out of running text, too. */
  readonly remember: (name: string, side: string | null) => void;
  readonly rememberParty: (name: string) => void;
  readonly cleared: (text: string) => Cleared;
}

/** @param all the facts that are shown and those that changes are told from: who was named before must not be named now */
export function peopleOf(all: readonly ReleaseFacts[]): People {
  const organisations = organisationsOf(all);
  const releases = all.map(({ release }) => release.name);
  const persons = new Map<string, string>();
  const parties = new Map<string, string>();
  let clear: ((text: string) => Cleared) | null = null;
  const inBrackets = (name: string, side: string | null): string => {
    const organisation = organisations.within(name) ?? (side === null ? null : organisations.within(side));
    return organisation === null ? somebody : `[${organisation}]`;
  };
  return {
    standIn: (name, side) => {
      const person = organisations.personIn(name);
      return person === '' ? name : (persons.get(person) ?? inBrackets(name, side));
    },
    remember: (name, side) => {
      const person = organisations.personIn(name);
      // What was said of somebody first stays: it comes from where the organisation is stated beside the name.
      if (person === '' || persons.has(person)) return;
      persons.set(person, inBrackets(name, side));
      clear = null;
    },
    rememberParty: (name) => {
      const plain = name.trim();
      if (plain.length < 2 || organisations.personIn(plain) === '') return;
      parties.set(foldText(plain).text, plain);
      clear = null;
    },
    cleared: (text) => {
      clear ??= clearerOf(
        [
          ...[...parties.values()].map((name) => ({ writing: writingOfParty(name), standIn: aParty })),
          ...[...persons].flatMap(([person, standIn]) => writingsOf(person).map((writing) => ({ writing, standIn }))),
        ],
        releases,
      );
      return clear(text);
    },
  };
}
