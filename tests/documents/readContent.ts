import { decodePDFRawStream, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { loadPdfjs } from '../../electron/disposable/loadPdfjs.ts';

/** What one page draws, and whether it says what each drawing is. */
export interface ReadContent {
  /** Of each mark, in the order of drawing. */
  readonly mcids: readonly number[];
  /** Drawing outside of any mark, marks within marks, marks that are not closed. */
  readonly faults: readonly string[];
}

const painting = new Set(['Tj', 'TJ', "'", '"', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'EI']);
const token = /<<(?:[^<>]|<[^<>]*>|<<[^<>]*>>)*>>|<[^<>]*>|\((?:\\.|[^\\()])*\)|\[|\]|[^\s<>[\]()]+/gs;

/** Reads the operators of one page: every one that shows something must lie within one mark. */
export function readContent(page: PDFPage): ReadContent {
  const stream = page.node.Contents();
  if (!(stream instanceof PDFRawStream)) throw new Error('The page has no single content stream.');
  const source = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const mcids: number[] = [];
  const faults: string[] = [];
  let [open, inText, before] = ['', false, ''];
  for (const [found] of source.matchAll(token)) {
    if (found === 'BDC' || found === 'BMC') {
      if (open !== '') faults.push(`${before} within ${open}`);
      if (inText) faults.push(`${before} within a text object`);
      open = before;
      const mcid = /\/MCID (\d+)/.exec(before)?.[1];
      if (mcid !== undefined) mcids.push(Number(mcid));
      else if (!before.includes('/Type/')) faults.push(`${before} is neither content nor a kind of artifact`);
    } else if (found === 'EMC') {
      if (open === '' || inText) faults.push('a mark ends that none began, or within a text object');
      open = '';
    } else if (/^<(?:.{4})*?0000/.test(found) && inText) faults.push('a character without a glyph');
    else if (found === 'BT') inText = true;
    else if (found === 'ET') inText = false;
    else if (painting.has(found) && open === '') faults.push(`${before} ${found} outside of any mark`);
    before = found;
  }
  if (open !== '') faults.push(`${open} is not closed`);
  return { mcids, faults };
}

/** The text of each mark, by page object and number: `12 0 R/3`. */
export async function readMarkedText(content: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: content.slice(), verbosity: 0, disableFontFace: true, useWorkerFetch: false });
  const texts = new Map<string, string>();
  const document = await task.promise;
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    let mark: string | null = null;
    for (const item of items) {
      if ('str' in item) {
        if (mark !== null) texts.set(mark, (texts.get(mark) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') mark = null;
      else {
        const [, ref, mcid] = /^p(\d+)R_mc(\d+)$/.exec((item as { readonly id?: string }).id ?? '') ?? [];
        mark = ref === undefined ? null : `${ref} 0 R/${mcid}`;
      }
    }
    page.cleanup();
  }
  await task.destroy();
  return texts;
}
