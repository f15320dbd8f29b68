import type { Preview } from '../../../shared/contract/preview.ts';
import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { Refusal as ImportRefusal } from '../refusal.ts';
import type { PreviewInput } from '../tasks.ts';
import { Refusal, unnamed } from './limits.ts';

/** The task `preview`: the words of a file as plain data. A file that is not what it says is answered with a sentence. */
export async function preview({ path, mediaType }: PreviewInput): Promise<Result<Preview>> {
  try {
    return ok(await previewOf(path, mediaType));
  } catch (error) {
    if (error instanceof Refusal) return ok({ kind: 'none', sentence: error.message });
    if (!(error instanceof ImportRefusal)) throw error;
    // Where it lies it has no name of its own.
    const sentence = error.sentence.replaceAll(`“${unnamed}”`, unnamed);
    return ok({ kind: 'none', sentence });
  }
}

/** Each reader is loaded when its type comes, so that the process is up at once. */
async function previewOf(path: string, mediaType: string): Promise<Preview> {
  if (/^text\/(csv|tab-separated-values)$/.test(mediaType)) return (await import('./previewCsv.ts')).previewCsv(path);
  if (mediaType === 'message/rfc822') return (await import('./previewMail.ts')).previewMail(path);
  if (mediaType === 'application/vnd.ms-outlook') return (await import('./previewMsg.ts')).previewMsg(path);
  if (/spreadsheetml|ms-excel\.sheet|opendocument\.spreadsheet/i.test(mediaType))
    return (await import('./previewSheets.ts')).previewSheets(path);
  if (/wordprocessingml|ms-word\.document/i.test(mediaType))
    return (await import('./previewDocx.ts')).previewDocx(path);
  if (mediaType === 'image/svg+xml') return (await import('./previewSvg.ts')).previewSvg(path);
  if (/presentationml/i.test(mediaType)) return (await import('./previewPptx.ts')).previewPptx(path);
  return (await import('./previewText.ts')).previewText(path);
}
