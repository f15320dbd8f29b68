import { PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { buttonOf, elementOf, scrollerOf } from './elements.ts';
import { openPdf } from './openPdf.ts';
import { createSheet, paperSizeOf } from './pdfPage.ts';
import { evidenceAddress, type ViewerRequest } from './request.ts';
import styles from './viewer.module.css';
import { createZoom } from './zoom.ts';

const margin = 24;

/** Where a reader is in a PDF: the chosen size, null while it fits the width, the page, and how much of it is above. */
export interface PdfPosition {
  readonly chosen: number | null;
  readonly page: number;
  readonly above: number;
}

/** A PDF on the screen. */
export interface ShownPdf {
  readonly position: () => PdfPosition;
  readonly end: () => void;
}

/**
 * Draws a PDF: its pages under each other, each drawn when it comes near. With `from`, as the reader had the one before
 * it. Null: it cannot be shown, and the place says why; or it is wanted no more once it is open.
 */
export async function showPdf(
  place: HTMLElement,
  { sha256, name }: ViewerRequest,
  isWanted: () => boolean = () => true,
  from: PdfPosition | null = null,
): Promise<ShownPdf | null> {
  const pdf = await openPdf(evidenceAddress(sha256)).catch((error: unknown) => sentenceFor(error));
  if (typeof pdf === 'string') {
    // What is said too late of an earlier file never takes the place of a newer one's pages.
    if (isWanted()) place.replaceChildren(elementOf('p', { className: styles.notice, role: 'alert' }, pdf));
    return null;
  }
  const size = await paperSizeOf(await pdf.getPage(1));
  if (!isWanted()) {
    void pdf.loadingTask.destroy();
    return null;
  }
  const scroller = scrollerOf(name);
  const sheets = Array.from({ length: pdf.numPages }, (_, index) => createSheet(pdf, index + 1, size));
  const byElement = new Map(sheets.map((sheet) => [sheet.element as Element, sheet]));

  let chosen = from?.chosen ?? null;
  const scale = () => chosen ?? Math.max(0.05, Math.min(1.5, (scroller.clientWidth - margin) / size.width));
  const zoom = createZoom(scale, (wanted) => {
    chosen = wanted;
    resize();
  });

  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const sheet = byElement.get(target);
        if (isIntersecting) sheet?.draw();
        else sheet?.clear();
      }
    },
    { root: scroller, rootMargin: '100% 0px' },
  );
  let laid = 0;
  const resize = () => {
    if (laid === scale()) return;
    const at = scroller.scrollTop / Math.max(1, scroller.scrollHeight);
    laid = scale();
    for (const sheet of sheets) {
      sheet.resize(laid);
      // Watching anew tells at once which pages are near.
      near.unobserve(sheet.element);
      near.observe(sheet.element);
    }
    scroller.scrollTop = at * scroller.scrollHeight;
    zoom.tell(laid);
  };

  const number = elementOf('input', { type: 'number', min: '1', max: String(sheets.length), value: '1' });
  number.setAttribute('aria-label', 'Page');
  const goTo = (page: number) =>
    sheets[Math.min(sheets.length, Math.max(1, page)) - 1]?.element.scrollIntoView({ block: 'start' });
  const topOf = (sheet: HTMLElement) => sheet.offsetTop - scroller.offsetTop;
  const current = () => {
    const line = scroller.scrollTop + scroller.clientHeight / 3;
    return sheets.findLast((sheet) => topOf(sheet.element) <= line)?.number ?? 1;
  };
  number.addEventListener('change', () => goTo(Number(number.value)));
  scroller.addEventListener('scroll', () => {
    if (document.activeElement !== number) number.value = String(current());
  });

  const pages = elementOf(
    'div',
    { className: styles.group },
    buttonOf('Previous page', '‹', () => goTo(current() - 1)),
    number,
    elementOf('span', { className: styles.note }, `of ${sheets.length}`),
    buttonOf('Next page', '›', () => goTo(current() + 1)),
  );
  scroller.append(...sheets.map((sheet) => sheet.element));
  place.replaceChildren(elementOf('header', { className: styles.bar }, pages, zoom.bar), scroller);
  const resized = new ResizeObserver(resize);
  resized.observe(scroller);
  resize();
  const kept = from && sheets[Math.min(from.page, sheets.length) - 1]?.element;
  if (kept) scroller.scrollTop = topOf(kept) + from.above * kept.offsetHeight;
  return {
    position: () => {
      const page = current();
      const sheet = sheets[page - 1]?.element;
      return { chosen, page, above: sheet ? (scroller.scrollTop - topOf(sheet)) / Math.max(1, sheet.offsetHeight) : 0 };
    },
    end: () => {
      zoom.end();
      resized.disconnect();
      near.disconnect();
      void pdf.loadingTask.destroy();
    },
  };
}

function sentenceFor(error: unknown): string {
  return error instanceof PasswordException
    ? 'This PDF is protected with a password, so it cannot be shown here; Show a copy opens it in its own program.'
    : 'This PDF is damaged and cannot be shown; Show a copy opens it in its own program.';
}
