import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { writeFault } from '../../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PlannedFile } from '../evidencePlan.ts';

// Local time on purpose: the zip then holds the same bytes whatever the time zone.
const fixed = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true, compress: false } as const;

/** A file of the store that is not what it was. */
class OtherContent extends Error {}

/** Writes what is too large for the pack into one zip, file by file, never more than a piece of it in memory. */
export async function writeCompanion(target: string, files: readonly PlannedFile[]): Promise<Result<null>> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(target));
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  for (const file of files) {
    const options = { ...fixed, size: file.source.bytes };
    zip.addReadStreamLazy(file.attachment, options, (give) => give(null, Readable.from(recorded(file))));
  }
  zip.end();
  try {
    await Promise.race([written, failed]);
    return ok(null);
  } catch (error) {
    const why = error instanceof OtherContent ? `was not made: ${error.message}` : writeFault(error);
    return fail('renderFailed', `The companion zip ${why}.`);
  }
}

/** The file's bytes, as long as they are those that were recorded. */
async function* recorded({ key, source }: PlannedFile) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(source.path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== source.sha256)
    throw new OtherContent(`the file of ${key} is not the one that was recorded: its SHA-256 differs`);
}
