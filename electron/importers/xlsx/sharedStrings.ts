import { refuse } from '../refusal.ts';
import { MOST_SHARED_TEXT } from './limits.ts';
import { readPart, type ZipEntries } from './zipEntries.ts';

/** The workbook's texts, which cells name by number. They are the one part that has to be held as a whole. */
export async function readSharedStrings(zip: ZipEntries, part: string | null): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  const collector = createTextCollector();
  let length = 0;
  await readPart(zip, part, {
    open({ name }) {
      if (name === 'si') collector.begin();
      collector.open(name);
    },
    text: collector.text,
    close(name) {
      collector.close(name);
      if (name !== 'si') return;
      const text = collector.take();
      length += text.length;
      if (length > MOST_SHARED_TEXT)
        refuse(`“${zip.shown}” holds more than 256 MB of text; split it into smaller workbooks.`);
      strings.push(text);
    },
  });
  return strings;
}

/** Gathers the `<t>` of plain, rich and inline strings; the reading aids of Asian texts (`rPh`) are not text. */
export function createTextCollector() {
  let text = '';
  let inText = false;
  let aids = 0;
  return {
    begin(): void {
      text = '';
    },
    open(name: string): void {
      if (name === 'rPh') aids += 1;
      if (name === 't') inText = aids === 0;
    },
    text(piece: string): void {
      if (inText) text += piece;
    },
    close(name: string): void {
      if (name === 'rPh') aids -= 1;
      if (name === 't') inText = false;
    },
    take: () => withoutEscapes(text),
  };
}

/** Excel writes signs that XML cannot hold as `_x000D_`. */
function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
