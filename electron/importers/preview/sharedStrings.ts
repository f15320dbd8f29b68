import { limits } from './limits.ts';
import { readXml } from './readXml.ts';
import type { ZipParts } from './zipParts.ts';

/** The texts that cells point at by number, as far as a preview can need them. */
export async function readSharedStrings(zip: ZipParts): Promise<readonly string[]> {
  const content = await zip.read('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (!content) return strings;
  let text = '';
  let isText = false;
  let phonetic = false;
  await readXml(content, {
    isEnough: () => strings.length >= limits.sharedStrings,
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') isText = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(text.slice(0, limits.cellCharacters));
      else if (name === 'rPh') phonetic = false;
      else if (name === 't') isText = false;
    },
    text: (part) => {
      if (isText && !phonetic && text.length < limits.cellCharacters) text += part;
    },
  });
  return strings;
}
