import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_FILES } from '../../../shared/domain/importing/reading.ts';
import { refuse } from '../refusal.ts';

/** Names that files of test results have; what else lies in a folder or an archive is none of them. */
export function isResultName(name: string): boolean {
  return /\.(?:xml|trx|tap|json|jsonl)$/i.test(name) && !/(?:^|[\\/])(?:\.|__MACOSX[\\/])/.test(name);
}

/** The files of test results in a folder and the folders below it, in the order of their names. */
export async function resultFilesIn(folder: string, shown: string): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries)
    if (entry.isFile() && isResultName(entry.name)) found.push(join(entry.parentPath, entry.name));
  if (found.length === 0) refuse(`The folder “${shown}” holds no file of test results (.xml, .trx, .tap, .json).`);
  if (found.length > MOST_FILES)
    refuse(`The folder “${shown}” holds ${found.length} files, more than ${MOST_FILES}; choose a folder of one run.`);
  return found.sort();
}
