import type { PreviewOf } from '../../../shared/contract/preview.ts';
import { decodeText } from './decodeText.ts';
import { limits } from './limits.ts';
import { readStart } from './readStart.ts';

/** Text as it stands; HTML and SVG sources, too, are only ever text here. */
export async function previewText(path: string): Promise<PreviewOf<'text'>> {
  const { bytes, truncated } = await readStart(path, limits.textBytes);
  return { kind: 'text', text: shownText(decodeText(bytes)), truncated };
}

/** Without the characters that draw nothing, or turn the direction in which the rest is read. */
export function shownText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .toWellFormed();
}
