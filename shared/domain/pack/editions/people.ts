import { somebody } from '../../catalogue/publish.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { foldText } from './foldText.ts';
import { type Cleared, clearerOf, writingOfParty, writingsOf } from './names.ts';
import { organisationsOf } from './organisations.ts';
import { aParty, aTitle } from './takenOut.ts';

/** Who is named where, and what stands for them in public. */
export interface People {
  /**
   * What stands publicly for whoever is named in a field: an organisation, a body or a role stays itself; a person is
   * told by the organisation beside the name, by `side`, or not at all: `orElse`.
   */
  readonly standIn: (name: string, side: string | null, orElse?: string) => string;
  /** Takes the name down, so that it is taken out of running text, too. */
  readonly remember: (name: string, side: string | null, orElse?: string) => void;
  readonly rememberParty: (name: string) => void;
  /** Takes down the title of an item that is not published. */
  readonly rememberTitle: (title: string) => void;
  readonly cleared: (text: string) => Cleared;
}

/** A title of one short word is a word of every text. */
function tellsMuch(title: string): boolean {
  return /\s/.test(title.trim()) || title.trim().length > 7;
}

/** @param all the facts that are shown and those that changes are told from: who was named before must not be named now */
export function peopleOf(all: readonly ReleaseFacts[]): People {
  const organisations = organisationsOf(all);
  const releases = all.map(({ release }) => release.name);
  const persons = new Map<string, string>();
  const parties = new Map<string, string>();
  const titles = new Set<string>();
  let clear: ((text: string) => Cleared) | null = null;
  const inBrackets = (name: string, side: string | null, orElse: string): string => {
    const organisation = organisations.within(name) ?? (side === null ? null : organisations.within(side));
    return organisation === null ? orElse : `[${organisation}]`;
  };
  return {
    standIn: (name, side, orElse = somebody) => {
      const person = organisations.personIn(name);
      return person === '' ? name : (persons.get(person) ?? inBrackets(name, side, orElse));
    },
    remember: (name, side, orElse = somebody) => {
      const person = organisations.personIn(name);
      // What was said of somebody first stays: it comes from where the organisation is stated beside the name.
      if (person === '' || persons.has(person)) return;
      persons.set(person, inBrackets(name, side, orElse));
      clear = null;
    },
    rememberParty: (name) => {
      const plain = name.trim();
      if (plain.length < 2 || organisations.personIn(plain) === '') return;
      parties.set(foldText(plain).text, plain);
      clear = null;
    },
    rememberTitle: (title) => {
      if (!tellsMuch(title)) return;
      titles.add(title);
      clear = null;
    },
    cleared: (text) => {
      clear ??= clearerOf(
        [
          ...[...titles].map((title) => ({ writing: writingOfParty(title), standIn: aTitle })),
          ...[...parties.values()].map((name) => ({ writing: writingOfParty(name), standIn: aParty })),
          ...[...persons].flatMap(([person, standIn]) => writingsOf(person).map((writing) => ({ writing, standIn }))),
        ],
        releases,
      );
      return clear(text);
    },
  };
}
