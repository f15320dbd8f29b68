/**
 * The viewer: a page of its own in a sandboxed frame, with an origin of its own. It draws one PDF or picture that the
 * window names behind `#`, knows nothing of the window, and tells it one thing only: that Escape was pressed.
 */
import './viewer.css';
import { elementOf } from './elements.ts';
import { showImage } from './imageView.ts';
import { showPdf } from './pdfView.ts';
import { readRequest } from './request.ts';

const request = readRequest(location.hash);
const place = document.getElementById('viewer');

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') parent.postMessage('escape', '*');
});

if (place && request) {
  document.documentElement.dataset.theme = request.theme;
  document.title = request.name;
  void show(place).catch(() => say(place, 'This file cannot be shown; Show a copy opens it in its own program.'));
}

async function show(target: HTMLElement): Promise<void> {
  if (!request) return;
  say(target, 'Opening…');
  await (request.kind === 'image' ? showImage : showPdf)(target, request);
}

function say(target: HTMLElement, sentence: string): void {
  target.replaceChildren(elementOf('p', { className: 'notice', role: 'status' }, sentence));
}
