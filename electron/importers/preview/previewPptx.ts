import type { PreviewOf } from '../../../shared/contract/preview.ts';
import { limits, Refusal } from './limits.ts';
import { shownText } from './previewText.ts';
import { readXml } from './readXml.ts';
import { openParts } from './zipParts.ts';

type Paragraph = PreviewOf<'document'>['paragraphs'][number];

/** The text on slides is of the language of drawings. */
const DRAWING = '{http://schemas.openxmlformats.org/drawingml/2006/main}';
const MOST_SLIDES = 2000;

/** The words of a presentation, slide by slide, in the order of their numbers. */
export async function previewPptx(path: string): Promise<PreviewOf<'document'>> {
  const zip = await openParts(path);
  try {
    const slides = Array.from({ length: MOST_SLIDES }, (_, index) => index + 1).filter((number) =>
      zip.has(`ppt/slides/slide${number}.xml`),
    );
    if (slides.length === 0) throw new Refusal('This file is no presentation: it has no slides.');
    const paragraphs: Paragraph[] = [];
    let characters = 0;
    for (const [index, number] of slides.entries()) {
      if (characters > limits.textBytes) break;
      paragraphs.push({ style: 'heading', text: `Slide ${index + 1}` });
      const content = zip.read(`ppt/slides/slide${number}.xml`);
      if (!content) continue;
      for (const text of await paragraphsOf(content)) {
        paragraphs.push({ style: 'text', text });
        characters += text.length;
      }
    }
    return { kind: 'document', paragraphs, truncated: characters > limits.textBytes };
  } finally {
    await zip.close();
  }
}

async function paragraphsOf(slide: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const found: string[] = [];
  let text = '';
  let isText = false;
  await readXml(slide, {
    open: (name) => {
      if (name === `${DRAWING}t`) isText = true;
      else if (name === `${DRAWING}br`) text += '\n';
    },
    close: (name) => {
      if (name === `${DRAWING}t`) isText = false;
      if (name !== `${DRAWING}p`) return;
      const words = shownText(text).trim();
      if (words !== '') found.push(words);
      text = '';
    },
    text: (piece) => {
      if (isText && text.length <= limits.textBytes) text += piece;
    },
  });
  return found;
}
