/** What we use of nspell, which brings no types of its own. */
declare module 'nspell' {
  export interface Nspell {
    readonly correct: (word: string) => boolean;
    readonly suggest: (word: string) => readonly string[];
  }
  export default function nspell(dictionary: { readonly aff: Uint8Array; readonly dic: Uint8Array }): Nspell;
}
