import { loadPdfjs } from '../../disposable/loadPdfjs.ts';
import { page } from '../look.ts';
import { countWords, emptyCount, type WordCount } from './words.ts';

/** What of pdfjs's text content is used here; its own types want the browser's. */
export interface TextItem {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
  readonly hasEOL?: boolean;
}

/** Opens a PDF with pdfjs for reading its text; whatever it does not need is switched off. */
async function open(data: Uint8Array) {
  const { getDocument } = await loadPdfjs();
  return getDocument({
    data,
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: true,
  });
}

/** The words that came out, without headers and footers. */
export async function countWordsOut(data: Uint8Array): Promise<WordCount> {
  const count = emptyCount();
  await eachPage(data, (items, height) => {
    const inside = items.filter((item) => isInside(item, height));
    countWords(textOf(inside), count);
  });
  return count;
}

/** The text of each page, for tests and for comparing packs. */
export async function readPages(data: Uint8Array): Promise<readonly string[]> {
  const pages: string[] = [];
  await eachPage(data, (items) => void pages.push(textOf(items)));
  return pages;
}

/** Hands over what stands on each page, page by page. */
export async function eachPage(
  data: Uint8Array,
  take: (items: readonly TextItem[], height: number) => void,
): Promise<void> {
  const task = await open(data);
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const sheet = await document.getPage(number);
      const { items } = await sheet.getTextContent({ disableNormalization: true });
      take(items as readonly TextItem[], sheet.view[3] ?? 0);
      sheet.cleanup();
    }
  } finally {
    await task.destroy();
  }
}

function isInside({ transform }: TextItem, height: number): boolean {
  const y = transform?.[5] ?? 0;
  return y < height - page.top + 6 && y > page.bottom - 6;
}

/** Labels of a drawing may follow each other backwards on one line; pdfjs sees no gap there, and so no space. */
function textOf(items: readonly TextItem[]): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const { str = '', transform, width = 0, hasEOL } of items) {
    const x = transform?.[4] ?? 0;
    text += `${x < end - 1 ? ' ' : ''}${str}${hasEOL ? '\n' : ''}`;
    end = x + width;
  }
  return text;
}
