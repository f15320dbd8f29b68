import { recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';

/** What is said, and what it may name: a record's key, which a sentence may begin with. */
export interface Said {
  readonly text: string;
  readonly subject: string | null;
  readonly kind: 'sentence' | 'mend';
  /** Whether the text rests on the guidance, so that it cites its clause. */
  readonly cites: boolean;
}

/** Every enum word of the schemas that no person would write (`notMet`, `dccSystems`). */
function codeWordsOf(schema: unknown, found = new Set<string>(), seen = new Set<unknown>()): ReadonlySet<string> {
  if (schema === null || typeof schema !== 'object' || seen.has(schema)) return found;
  seen.add(schema);
  const def = (schema as { readonly _zod?: { readonly def: Readonly<Record<string, unknown>> } })._zod?.def;
  if (def === undefined) {
    for (const inner of Object.values(schema)) codeWordsOf(inner, found, seen);
    return found;
  }
  if (def.type === 'enum') {
    for (const word of Object.values(def.entries as object)) if (/[a-z][A-Z]/.test(word)) found.add(word);
  }
  for (const [name, inner] of Object.entries(def)) {
    if (name === 'shape')
      for (const field of Object.keys(inner as object)) if (/[a-z][A-Z]/.test(field)) found.add(field);
    codeWordsOf(name === 'shape' ? Object.values(inner as object) : inner, found, seen);
  }
  return found;
}

const codeWords = [
  ...codeWordsOf(releaseFactsSchema),
  ...Object.keys(recordKinds).filter((kind) => /[a-z][A-Z]/.test(kind)),
  ...rules.map((rule) => rule.id),
  'true',
  'false',
  'null',
  'undefined',
  'NaN',
];
const codeWord = new RegExp(
  `(?<![\\w.-])(${codeWords.map((word) => word.replaceAll('.', '\\.')).join('|')})(?![\\w-])`,
);

/** Words that end in s and yet are one: `version 1 is`. */
const singular = 'is|has|was|as|its|this|does|less|plus|across|status|access';

/** What cannot be told is “cannot tell”, with what is missing (`docs/domain.md`, Sentences). */
export const beyondTelling = /nobody (?:can|could)|beyond telling|can(?:no|['’])t be told|cannot be told|nobody said/i;
/** Nothing is “told”: a sentence states it. That people are told something stays (§5.2). */
export const toldOfFacts = /\b(?:is|are) told(?: beside| as such| by the rule| anew|;)/i;

const faults: readonly (readonly [string, RegExp])[] = [
  ['ends with more than one stop, or none', /(?:[.!?…]{2,}|[^.!?…])$/],
  ['says “but” or “yet” twice', /\b(but|although|yet,|, yet)\b[^.;]*\b(but|although|yet,|, yet)\b/i],
  ['says that something lacks it is', /lacks it\b/],
  ['holds an id', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i],
  ['holds an ISO date', /\b\d{4}-\d{2}(-\d{2})?\b/],
  ['holds a code word', codeWord],
  ['counts one as many', new RegExp(`(?<=^|[\\s(])(?<!version |part |Schedule )1 (?!(?:${singular})\\b)[a-z]+s\\b`)],
  ['says that nobody can tell', beyondTelling],
  ['tells of a fact instead of stating it', toldOfFacts],
  ['writes Go-Live, the term, in small letters', /\bgo-live|\bGo-live/],
  ['names the CSC without its article', /(?<!\b[Tt]he )\bCSC\b(?! \d)/],
  [
    'names the DCC without its article',
    /(?<!\b[Tt]he )\bDCC\b(?! (?:Systems|System|and User|or User|Internal|testing))/,
  ],
  ['names the Panel without its article', /(?<!\b[Tt]he |SEC )\bPanel\b/],
  ['holds a space before a stop, or two', / [.,;:)]|\( |\s{2,}|,,|;;|: ?\./],
  ['begins a clause with nothing', /[;,:] ?[;,.]/],
];

/** What is wrong with a text that a rule says; what stands between “ and ” is the user's own. */
export function faultsOf({ text, subject, kind, cites }: Said): readonly string[] {
  const said = subject !== null && text.startsWith(`${subject}: `) ? text.slice(subject.length + 2) : text;
  const plain = said.replace(/“[^”]*”/g, '“…”').replace(/“…”\.$/, '“…” x.');
  const found = faults.filter(([, pattern]) => pattern.test(plain)).map(([fault]) => fault);
  if (kind === 'sentence' && cites && !plain.includes('§')) found.push('cites no clause');
  if (!beginsWell(text, subject)) found.push('begins with neither a capital nor a record');
  return found;
}

function beginsWell(text: string, subject: string | null): boolean {
  if (/^(?:[A-Z“]|\d)/.test(text)) return true;
  const names = subject === null ? [] : [subject, ...subject.split('/')];
  return names.some((name) => text.startsWith(name));
}
