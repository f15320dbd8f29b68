import { PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { buttonOf, elementOf, scrollerOf } from './elements.ts';
import { openPdf } from './openPdf.ts';
import { createSheet, paperSizeOf } from './pdfPage.ts';
import { evidenceAddress, type ViewerRequest } from './request.ts';
import { createZoom } from './zoom.ts';

const margin = 24;

/** Draws a PDF: its pages under each other, each drawn when it comes near. */
export async function showPdf(place: HTMLElement, { sha256, name }: ViewerRequest): Promise<void> {
  const pdf = await openPdf(evidenceAddress(sha256)).catch((error: unknown) => sentenceFor(error));
  if (typeof pdf === 'string') {
    place.replaceChildren(elementOf('p', { className: 'notice', role: 'alert' }, pdf));
    return;
  }
  const size = await paperSizeOf(await pdf.getPage(1));
  const scroller = scrollerOf(name);
  const sheets = Array.from({ length: pdf.numPages }, (_, index) => createSheet(pdf, index + 1, size));
  const byElement = new Map(sheets.map((sheet) => [sheet.element as Element, sheet]));

  let chosen: number | null = null;
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
  const current = () => {
    const line = scroller.scrollTop + scroller.clientHeight / 3;
    return sheets.findLast((sheet) => sheet.element.offsetTop - scroller.offsetTop <= line)?.number ?? 1;
  };
  number.addEventListener('change', () => goTo(Number(number.value)));
  scroller.addEventListener('scroll', () => {
    if (document.activeElement !== number) number.value = String(current());
  });

  const pages = elementOf(
    'div',
    { className: 'group' },
    buttonOf('Previous page', '‹', () => goTo(current() - 1)),
    number,
    elementOf('span', { className: 'note' }, `of ${sheets.length}`),
    buttonOf('Next page', '›', () => goTo(current() + 1)),
  );
  scroller.append(...sheets.map((sheet) => sheet.element));
  place.replaceChildren(elementOf('header', { className: 'bar' }, pages, zoom.bar), scroller);
  new ResizeObserver(resize).observe(scroller);
}

function sentenceFor(error: unknown): string {
  return error instanceof PasswordException
    ? 'This PDF is protected with a password, so it cannot be shown here; Show a copy opens it in its own program.'
    : 'This PDF is damaged and cannot be shown; Show a copy opens it in its own program.';
}
