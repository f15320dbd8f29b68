/**
 * Bodies are free text, for the list is the user's; the few that the guidance names are known under their short and
 * their full name.
 */
const shortNames: ReadonlySet<string> = new Set([
  'CSC',
  'OPSG',
  'TAG',
  'Panel',
  'Authority',
  'SECAS',
  'DCC',
  'TABASC',
  'SSC',
  'SMKI PMA',
]);

/** What the two sides are called in full and in short, in lower case. */
export const sideNames = {
  DCC: ['dcc', 'smart dcc', 'data communications company'],
  SECAS: ['secas', 'smart energy code administrator and secretariat'],
} as const;

const namesInLowerCase: ReadonlyMap<string, string> = new Map([
  ...[...shortNames].map((name) => [name.toLowerCase(), name] as const),
  ...sideNames.DCC.map((name) => [name, 'DCC'] as const),
  ...sideNames.SECAS.map((name) => [name, 'SECAS'] as const),
  ['smart dcc ltd', 'DCC'],
  ['smart dcc limited', 'DCC'],
  ['change sub-committee', 'CSC'],
  ['operations group', 'OPSG'],
  ['testing advisory group', 'TAG'],
  ['sec panel', 'Panel'],
  ['ofgem', 'Authority'],
  ['security sub-committee', 'SSC'],
  ['technical architecture and business architecture sub-committee', 'TABASC'],
  ['smki policy management authority', 'SMKI PMA'],
]);

/** `Operations Group` and `opsg` are the same body as `OPSG`. */
export function bodyOf(text: string): string {
  if (shortNames.has(text)) return text;
  return namesInLowerCase.get(plain(text)) ?? text.trim();
}

/** Whether it is one of those that the guidance names. */
export function isKnownBody(text: string): boolean {
  return shortNames.has(bodyOf(text));
}

export function isBody(text: string | null, name: string): boolean {
  return text !== null && bodyOf(text) === name;
}

/** The two bodies whose input §5.3 names. */
export const consultedBodies: readonly string[] = ['OPSG', 'TAG'];

/** Whose decision may accept a missed lead time (`docs/formats.md`, exceptions). */
export const acceptingBodies: readonly string[] = ['CSC', 'Panel', 'Authority'];

/** `the CSC`, `the Panel`, but `SECAS` and `Ofgem`: as people say it in mid-sentence. */
export function theBody(text: string): string {
  const body = bodyOf(text);
  const takesArticle =
    body !== 'SECAS' && (/^[A-Z]{2,}( [A-Z]+)*$/.test(body) || /(Panel|Authority|Group|Committee)$/.test(body));
  return takesArticle ? `the ${body}` : body;
}

const namedWithArticle: ReadonlySet<string> = new Set(['CSC', 'DCC', 'Panel', 'Authority']);

/** A body that was asked, in mid-sentence: `TAG` and `OPSG` as everybody says them, but `the CSC` and `the Panel`. */
export function bodyInText(text: string): string {
  const body = bodyOf(text);
  return namedWithArticle.has(body) ? `the ${body}` : body;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/^the /, '');
}
