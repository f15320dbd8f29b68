/**
 * The thread that draws first pages: a file can keep PDFium busy for ever, or take all its memory, and then the thread is
 * ended and nothing but its picture is lost.
 */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { loadPdfium } from '../pdfium/library.ts';
import { drawFirstPage } from './drawFirstPage.ts';
import type { DrawingJob, FirstPage } from './firstPage.ts';
import { pictureAsPdf } from './pictureAsPdf.ts';
import { pngOf } from './png.ts';

// Loaded before it is asked.
void loadPdfium();

parentPort?.on('message', async (job: DrawingJob) => {
  parentPort?.postMessage(await pictureOf(job));
});

async function pictureOf({ path, mediaType }: DrawingJob): Promise<FirstPage | null> {
  const content = readFileSync(path);
  const file = mediaType === 'application/pdf' ? content : await pictureAsPdf(content, mediaType);
  const page = file && drawFirstPage(await loadPdfium(), file);
  if (page === null) return null;
  const { width, height, pages } = page;
  return { png: pngOf(page), width, height, pages };
}
