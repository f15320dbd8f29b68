import { bodyOf } from '../../records/bodies.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { foldText } from './foldText.ts';

/** Organisations and committees of the SEC's world, by their short and full names. */
const known = [
  'SECAS',
  'DCC',
  'Smart DCC',
  'CSC',
  'OPSG',
  'TAG',
  'Panel',
  'SEC Panel',
  'Authority',
  'Ofgem',
  'SSC',
  'SMKI PMA',
  'TABASC',
  'TMAD',
  'SEC',
  'SECCo',
  'Gemserv',
  'Elexon',
  'DESNZ',
  'BEIS',
] as const;

/** What a part, a place or a group of people is called by; nobody is. */
const roleWords = new Set(
  (
    'a an and at by for from in of on the to with ' +
    'acting access administrator administration agency all analyst approvals architect architecture assistant assurance authority ' +
    'board body business chair chairman chairperson change clerk code commercial committee company contract coordinator council ' +
    'data delivery department deputy design desk developer development digital director ' +
    'duty energy engineer engineering environment environments executive external ' +
    'gas governance group head implementation independent industry infrastructure integration internal issue issues it lead leader ' +
    'legal liaison limited live ltd major manager management market member members meter metering ministry ' +
    'network networks night north northern office officer operational operations operator operators owner owners ' +
    'panel parties party pma plc portfolio process product programme programmes project projects provider providers ' +
    'quality readiness regional regulatory relations release releases representative risk ' +
    'secretariat secretary security senior service services shift site smart solutions south southern specialist sponsor staff stakeholder ' +
    'sub sub-committee subcommittee supplier suppliers support system systems team technical technology test tester testers testing ' +
    'transition transitional user users vendor vice volunteer west western working '
  )
    .trim()
    .split(/\s+/),
);

/** Tells organisations and roles from persons, by what is generally known and what the release names as a body. */
export interface Organisations {
  /** The organisation that the name holds: `Ada Byron, SECAS` → `SECAS`; null where it holds none. */
  readonly within: (name: string) => string | null;
  /** What is left of the name without organisations, roles, titles and brackets; '' where nobody is named. */
  readonly personIn: (name: string) => string;
}

export function organisationsOf(all: readonly ReleaseFacts[]): Organisations {
  const named = all.flatMap(bodiesIn).filter(looksLikeBody);
  const names = [...new Set<string>([...known, ...named])].sort((left, right) => right.length - left.length);
  const patterns = names.map((name) => [name, wordOf(name)] as const);
  return {
    within: (name) => patterns.find(([, pattern]) => pattern.test(foldText(name).text))?.[0] ?? null,
    personIn: (name) => {
      const bare = patterns.reduce((text, [, pattern]) => text.replace(pattern, ' '), foldText(bodyOf(name)).text);
      const words = bare.split(/[^\p{L}\p{N}'.-]+/u).map((word) => word.replace(/^[-.']+|[-']+$/g, ''));
      const left = words.filter((word) => word !== '' && !isRole(word) && !titles.has(word.replace(/\.$/, '')));
      return left.join(' ').replace(/\.$/, '');
    },
  };
}

export const titles: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'professor',
  'sir',
  'dame',
]);

function isRole(word: string): boolean {
  return roleWords.has(word) || roleWords.has(word.replace(/s$/, '')) || /^\d+$/.test(word);
}

/** Where the release names a body, in every record that has one. */
function bodiesIn(facts: ReleaseFacts): readonly string[] {
  const all = [
    ...facts.criteria.flatMap((one) => one.bodies ?? []),
    ...facts.views.map((one) => one.body),
    ...facts.meetings.map((one) => one.body),
    ...facts.requiredBodies.map((one) => one.body),
  ];
  return all.flatMap((body) => (body === null || body.trim() === '' ? [] : [bodyOf(body)]));
}

/** A short name in capitals or one with a word for a group: a body field may hold a person's name by mistake. */
function looksLikeBody(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.every((word) => /^[A-Z][A-Z0-9&-]+$/.test(word))) return true;
  return words.some((word) =>
    /^(sub-?committee|committee|group|panel|board|authority|forum|council|team)$/i.test(word),
  );
}

function wordOf(name: string): RegExp {
  return new RegExp(bounded(escaped(foldText(name).text)), 'gu');
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Neither letters nor digits beside it. */
export function bounded(pattern: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
}
