/// <reference path="./ttf.d.ts" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FontFace, readFontFace } from './fontFace.ts';
import signsInline from './signs.ttf?inline';

/** The families that the definition may name. */
export const textFamily = 'Inter';
export const signFamily = 'Signs';

export interface Faces {
  /** Where Inter's files lie. */
  readonly paths: { readonly regular: string; readonly strong: string };
  /** The content of the signs' font. */
  readonly signs: Uint8Array;
  readonly regular: FontFace;
  readonly strong: FontFace;
  /** In every text face, so that bold loses nothing. */
  readonly inText: (codePoint: number) => boolean;
  readonly inSigns: (codePoint: number) => boolean;
}

// Resolved like any module, so that it is found beside the sources, beside the bundle and inside an asar archive.
const locate = createRequire(import.meta.url);

let loaded: Faces | null = null;

/** Inter (SIL Open Font License) in two weights, and the two signs it lacks. Read once for each process. */
export function loadFaces(): Faces {
  loaded ??= readFaces();
  return loaded;
}

function readFaces(): Faces {
  const paths = { regular: find('400Regular/Inter_400Regular.ttf'), strong: find('600SemiBold/Inter_600SemiBold.ttf') };
  const regular = readFontFace(readFileSync(paths.regular));
  const strong = readFontFace(readFileSync(paths.strong));
  // ✕ and ◐, drawn for this project on Inter's own metrics, so that a sign changes no line.
  const signs = Buffer.from(signsInline.slice(signsInline.indexOf(',') + 1), 'base64');
  return {
    paths,
    signs,
    regular,
    strong,
    inText: (codePoint) => regular.has(codePoint) && strong.has(codePoint),
    inSigns: readFontFace(signs).has,
  };
}

function find(name: string): string {
  return locate.resolve(`@expo-google-fonts/inter/${name}`);
}
