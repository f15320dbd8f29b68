import { type PDFDocumentProxy, type PDFPageProxy, type RenderTask, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { elementOf } from './elements.ts';
import styles from './viewer.module.css';

/** CSS pixels for a point of 1/72 inch. */
const pixelsForPoint = 96 / 72;
const mostPixels = 16_000_000;

/** One page: an empty sheet of the right size until it comes near, drawn then, and emptied when it is far. */
export interface SheetOfPaper {
  readonly element: HTMLElement;
  readonly number: number;
  readonly resize: (scale: number) => void;
  readonly draw: () => void;
  readonly clear: () => void;
}

export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

export async function paperSizeOf(page: PDFPageProxy): Promise<PaperSize> {
  const { width, height } = page.getViewport({ scale: pixelsForPoint });
  return { width, height };
}

export function createSheet(document: PDFDocumentProxy, number: number, guess: PaperSize): SheetOfPaper {
  const element = elementOf('section', { className: styles.sheet });
  element.setAttribute('aria-label', `Page ${number} of ${document.numPages}`);
  let size = guess;
  let scale = 1;
  let drawing = 0;
  let task: RenderTask | null = null;

  const lay = () => {
    element.style.width = `${size.width * scale}px`;
    element.style.height = `${size.height * scale}px`;
  };
  const clear = () => {
    drawing += 1;
    task?.cancel();
    task = null;
    element.replaceChildren();
    delete element.dataset.drawn;
  };
  const draw = async () => {
    if (element.dataset.drawn) return;
    clear();
    element.dataset.drawn = 'begun';
    const turn = drawing;
    const page = await document.getPage(number);
    size = await paperSizeOf(page);
    lay();
    const viewport = page.getViewport({ scale: pixelsForPoint * scale });
    const sharp = Math.min(devicePixelRatio, 2, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
    const canvas = elementOf('canvas', {
      width: Math.max(1, Math.floor(viewport.width * sharp)),
      height: Math.max(1, Math.floor(viewport.height * sharp)),
    });
    if (turn !== drawing) return;
    task = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
    await task.promise;
    if (turn !== drawing) return;
    const text = elementOf('div', { className: styles.words });
    text.style.setProperty('--total-scale-factor', String(pixelsForPoint * scale));
    element.replaceChildren(canvas, text);
    await new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render();
    if (turn === drawing) element.dataset.drawn = 'done';
  };

  lay();
  return {
    element,
    number,
    clear,
    // A page that cannot be drawn stays blank and says so; the others are unharmed.
    draw: () =>
      void draw().catch((error: unknown) => {
        if ((error as { readonly name?: string }).name === 'RenderingCancelledException') return;
        element.replaceChildren(elementOf('p', { className: styles.notice }, `Page ${number} cannot be drawn.`));
      }),
    resize: (next) => {
      scale = next;
      clear();
      lay();
    },
  };
}
