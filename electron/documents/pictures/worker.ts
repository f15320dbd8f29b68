/**
 * The thread that draws first pages: a file can keep PDFium busy for ever, or take all its memory, and then the thread is
 * ended and nothing but its picture is lost.
 */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { newPdfium, type Pdfium } from '../pdfium/library.ts';
import { drawFirstPage } from './drawFirstPage.ts';
import type { DrawingJob, FirstPage } from './firstPage.ts';
import { pictureAsPdf } from './pictureAsPdf.ts';
import { pngOf } from './png.ts';

/** Of PDFium. Whether a page needs more hangs on its file alone, on any machine. */
const mostBytes = 400_000_000;

/** Loaded before it is asked; each file has its own. */
let waiting = newPdfium(mostBytes);

parentPort?.on('message', async (job: DrawingJob) => {
  const answer = await pictureOf(job, waiting);
  waiting = newPdfium(mostBytes);
  parentPort?.postMessage(answer);
});

async function pictureOf({ path, mediaType }: DrawingJob, library: Promise<Pdfium>): Promise<FirstPage | null> {
  const content = readFileSync(path);
  const file = mediaType === 'application/pdf' ? content : await pictureAsPdf(content, mediaType);
  const page = file && drawFirstPage(await library, file);
  if (page === null) return null;
  const { width, height, pages } = page;
  return { png: pngOf(page), width, height, pages };
}
