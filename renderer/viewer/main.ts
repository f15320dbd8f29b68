/**
 * The viewer: a page of its own in a sandboxed frame, with an origin of its own. It draws one PDF or picture that the
 * window names behind `#`, or the next one that it names in a message; it knows nothing else of the window, and tells it
 * one thing only: that Escape was pressed.
 */
import './page.css';
import { elementOf } from './elements.ts';
import { showImage } from './imageView.ts';
import { type ShownPdf, showPdf } from './pdfView.ts';
import { followingRequest, readRequest, type ViewerRequest } from './request.ts';
import styles from './viewer.module.css';

const request = readRequest(location.hash);
const place = document.getElementById('viewer');

let shown: ShownPdf | null = null;
/** Counts what was asked for, so that an answer that comes too late is not shown. */
let asked = 0;

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') parent.postMessage('escape', '*');
});

if (place && request) {
  document.documentElement.dataset.theme = request.theme;
  document.title = request.name;
  say(place, 'Opening…');
  void show(place, request);
  // The window's preview was made anew: its pages take the place of the ones before, where the reader is.
  window.addEventListener('message', ({ source, data }) => {
    const next = source === parent ? followingRequest(request, data) : null;
    if (next) void show(place, next);
  });
}

async function show(target: HTMLElement, wanted: ViewerRequest): Promise<void> {
  asked += 1;
  const turn = asked;
  try {
    if (wanted.kind === 'image') return await showImage(target, wanted);
    const next = await showPdf(target, wanted, () => turn === asked, shown?.position());
    if (turn !== asked) return;
    shown?.end();
    shown = next;
  } catch {
    if (turn === asked) say(target, 'This file cannot be shown; Show a copy opens it in its own program.');
  }
}

function say(target: HTMLElement, sentence: string): void {
  target.replaceChildren(elementOf('p', { className: styles.notice, role: 'status' }, sentence));
}
