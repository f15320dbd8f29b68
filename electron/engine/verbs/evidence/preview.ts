import type { Preview } from '../../../../shared/contract/preview.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { asRecord, readRecord } from '../../../store/records.ts';
import { heldFile } from '../../heldFile.ts';
import { runTask } from '../../runTask.ts';
import { storeVerb } from '../../verb.ts';

const images = /^image\/(png|jpeg|gif|webp|bmp|avif)$/;

/** What the importers' process turns into plain data. */
const readable =
  /^(text\/.+|image\/svg\+xml|message\/rfc822|application\/(json|xml|.*\+xml|vnd\.oasis\.opendocument\.spreadsheet(-template)?|vnd\.openxmlformats-officedocument\.(spreadsheetml\.sheet|wordprocessingml\.document|presentationml\.presentation)|vnd\.ms-outlook|vnd\.ms-(excel\.sheet|word\.document)\.macroenabled.*))$/i;
const noPreview = 'There is no preview of this type; Show a copy opens it in its own program.';

/** What the window shows of an item's file. PDF and pictures are named by their hash, and drawn by the viewer. */
export const evidencePreview = storeVerb(
  'evidence.preview',
  async (context, store, { id }): Promise<Result<Preview>> => {
    const record = readRecord(store.db, 'evidence', id);
    if (!record || record.removed) return fail('notFound', 'This evidence item is no longer in the store.', id);
    const held = heldFile(store, asRecord(record));
    if (!held.ok) return held;
    if (held.value === null || record.fields.file === null) {
      return ok({ kind: 'none', sentence: 'This item has no file to show.' });
    }
    const { sha256, mediaType, path } = held.value;
    if (mediaType === 'application/pdf') return ok({ kind: 'pdf', sha256 });
    if (images.test(mediaType)) return ok({ kind: 'image', sha256, mediaType });
    if (!readable.test(mediaType)) return ok({ kind: 'none', sentence: noPreview });
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(20_000)]);
    const read = await runTask({ ...context, signal }, 'importers', 'preview', { path, mediaType });
    if (read.ok) return read;
    // Hostile input may end the process; the person learns it in the preview's place, not as a failure of the app.
    return ok({ kind: 'none', sentence: 'This file cannot be read here; Show a copy opens it in its own program.' });
  },
);
