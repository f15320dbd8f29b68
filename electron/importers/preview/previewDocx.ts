import type { PreviewOf } from '../../../shared/contract/preview.ts';
import { limits, Refusal } from './limits.ts';
import { shownText } from './previewText.ts';
import { attribute, readXml } from './readXml.ts';
import { openParts } from './zipParts.ts';

type Paragraph = PreviewOf<'document'>['paragraphs'][number];

/** What old programs show in the place of a drawing, and the text of formulas: both of other namespaces. */
const FALLBACK = '{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback';
const MATHS = '{http://schemas.openxmlformats.org/officeDocument/2006/math}t';

/** The words of a Word document, paragraph by paragraph: headings, list items and text. Nothing else of it is read. */
export async function previewDocx(path: string): Promise<PreviewOf<'document'>> {
  const zip = await openParts(path);
  try {
    const content = zip.read('word/document.xml');
    if (!content) throw new Refusal('This file is no Word document: it has no text part.');
    const paragraphs: Paragraph[] = [];
    let characters = 0;
    let style: Paragraph['style'] = 'text';
    let text = '';
    let isText = false;
    // Drawings are written twice, the second time for old programs.
    let fallback = 0;
    const isEnough = () => characters > limits.textBytes;
    const finish = () => {
      const words = shownText(text).trim();
      if (words !== '' && !isEnough()) {
        paragraphs.push({ style, text: words });
        characters += words.length;
      }
      text = '';
      style = 'text';
    };
    await readXml(content, {
      isEnough,
      open: (name, attributes) => {
        if (name === FALLBACK) fallback += 1;
        else if (name === 'p') finish();
        else if (name === 'pStyle') style = styleOf(attribute(attributes, 'val')) ?? style;
        else if (name === 'numPr' && style === 'text') style = 'listItem';
        else if (name === 't' || name === MATHS) isText = true;
        else if (name === 'tab') text += '\t';
        else if (name === 'br' || name === 'cr') text += '\n';
      },
      close: (name) => {
        if (name === FALLBACK) fallback -= 1;
        else if (name === 't' || name === MATHS) isText = false;
        else if (name === 'p') finish();
      },
      text: (part) => {
        if (isText && fallback === 0 && text.length <= limits.textBytes) text += part;
      },
    });
    return { kind: 'document', paragraphs, truncated: isEnough() };
  } finally {
    await zip.close();
  }
}

function styleOf(name = ''): Paragraph['style'] | null {
  if (/^(?:heading|title|subtitle)/i.test(name)) return 'heading';
  return /^list/i.test(name) ? 'listItem' : null;
}
