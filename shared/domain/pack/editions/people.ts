import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { bodyOf } from '../../rulebook/bodies.ts';

const known = ['SECAS', 'DCC', 'CSC', 'OPSG', 'TAG', 'Panel', 'Authority'] as const;

/** Tells organisations from persons by what the release itself names as a body or a provider. */
export interface People {
  /** What stands publicly for whoever is named: `Ada Byron, SECAS` → `SECAS`; an organisation stays itself. */
  readonly standIn: (name: string, fallback: string) => string;
  /** Takes the name down, so that it is replaced in free text, too. */
  readonly remember: (name: string, standIn: string) => void;
  /** A text without the names that were taken down. */
  readonly cleared: (text: string) => string;
}

export function peopleOf(facts: ReleaseFacts): People {
  const organisations = organisationsIn(facts);
  const names = new Map<string, string>();
  let pattern: RegExp | null = null;
  /** `Ada Byron, SECAS` is met as `Ada Byron` elsewhere. */
  const personIn = (name: string) =>
    organisations
      .reduce((text, one) => text.replace(wordOf(one), ''), name)
      .replace(/[\s,;:()/–-]+$|^[\s,;:()/–-]+/g, '')
      .toLowerCase();
  const found = (text: string) => organisations.find((one) => wordOf(one).test(text));
  return {
    standIn: (name, fallback) => {
      const plain = name.trim();
      if (organisations.some((one) => one.toLowerCase() === bodyOf(plain).toLowerCase())) return name;
      return found(plain) ?? names.get(personIn(plain)) ?? fallback;
    },
    remember: (name, standIn) => {
      const person = personIn(name);
      // What was said of somebody first stays: it comes from where the organisation is stated beside the name.
      if (person.length < 3 || names.has(person)) return;
      names.set(person, standIn);
      pattern = new RegExp(
        [...names.keys()]
          .sort((a, b) => b.length - a.length)
          .map(bounded)
          .join('|'),
        'giu',
      );
    },
    cleared: (text) =>
      pattern === null ? text : text.replace(pattern, (name) => names.get(name.toLowerCase()) ?? 'a named person'),
  };
}

/** Only those that are named where nobody but an organisation can be. */
function organisationsIn(facts: ReleaseFacts): readonly string[] {
  const bodies = [
    ...facts.criteria.flatMap((one) => one.bodies ?? []),
    ...facts.views.map((one) => one.body),
    ...facts.meetings.map((one) => one.body),
    ...facts.requiredBodies.map((one) => one.body),
    ...facts.submissions.flatMap((one) => (one.signedOff ?? []).map((sign) => sign.organisation)),
  ];
  const names = bodies.flatMap((body) => (body === null || body.trim() === '' ? [] : [bodyOf(body)]));
  return [...new Set<string>([...known, ...names])].sort((left, right) => right.length - left.length);
}

function wordOf(name: string): RegExp {
  return new RegExp(bounded(name), 'iu');
}

function bounded(name: string): string {
  return `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`;
}
