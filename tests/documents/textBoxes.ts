import { readFileSync } from 'node:fs';
import { loadPdfjs } from '../../electron/disposable/loadPdfjs.ts';

export interface Box {
  readonly text: string;
  readonly page: number;
  /** Of its page, in points. */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly size: number;
}

/** Every run of text with the box that it fills; a turned one (the mark of a draft) lies behind the text and is left out. */
export async function boxesOf(file: string): Promise<readonly Box[]> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const boxes: Box[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const whole = await document.getPage(page);
    const [, , width = 0, height = 0] = whole.view as number[];
    const { items } = await whole.getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, skew = 0, , size = 0, x = 0, y = 0] = item.transform as number[];
      if (skew !== 0) continue;
      const [right, top] = [x + item.width, y + size * 0.7];
      boxes.push({ text: item.str, page, sheet: { width, height }, left: x, right, bottom: y, top, size });
    }
  }
  await task.destroy();
  return boxes;
}
