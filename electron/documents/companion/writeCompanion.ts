import { ZipFile } from 'yazl';
import { writeFault } from '../../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { addHashedFile, writeZip, ZippedFileFault } from '../../disposable/zipWriting.ts';
import type { PlannedFile } from '../evidencePlan.ts';

// Local time on purpose: the zip then holds the same bytes whatever the time zone.
const fixed = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true, compress: false } as const;

/** Writes what is too large for the pack into one zip, file by file, never more than a piece of it in memory. */
export async function writeCompanion(target: string, files: readonly PlannedFile[]): Promise<Result<null>> {
  const zip = new ZipFile();
  for (const { attachment, source } of files) addHashedFile(zip, attachment, source, fixed);
  zip.end();
  try {
    await writeZip(zip, target, 'w');
    return ok(null);
  } catch (error) {
    const { sha256 } = error instanceof ZippedFileFault ? error : {};
    const other = files.find(({ source }) => source.sha256 === sha256);
    const why = other
      ? `was not made: the file of ${other.key} is not the one that was recorded: its SHA-256 differs`
      : writeFault(error);
    return fail('renderFailed', `The companion zip ${why}.`);
  }
}
