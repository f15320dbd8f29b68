import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { ManifestFile } from '../../../shared/domain/pack/manifest.ts';
import { faultOf, type PartLimits, unpackedPart } from '../../disposable/zipGuard.ts';
import type { CompanionState, PackProblem } from '../tasks.ts';
import { companionOf } from './companionName.ts';

export interface CheckedCompanion {
  /** Null where the pack has no companion. */
  readonly state: CompanionState | null;
  readonly problems: readonly PackProblem[];
}

/** The companion beside a pack, each file against its SHA-256 in the manifest; never throws. */
export async function checkCompanion(
  pack: string,
  files: ReadonlyMap<string, ManifestFile>,
): Promise<CheckedCompanion> {
  const expected = new Map(
    [...files].flatMap(([key, file]) => (file.companion ? [[file.companion, { key, file }]] : [])),
  );
  if (expected.size === 0) return { state: null, problems: [] };
  const path = companionOf(pack);
  const name = basename(path);
  if (!existsSync(path)) return { state: { name, state: 'notThere', files: expected.size }, problems: [] };
  const problems: PackProblem[] = [];
  const found = await hashesIn(path).catch(() => null);
  if (found === null) problems.push({ part: 'companion', sentence: `${name} is damaged: it cannot be read as a zip.` });
  for (const [entry, { key, file }] of expected) {
    if (found === null) break;
    const hash = found.get(entry);
    const what = `The evidence file ${entry} in ${name}`;
    if (hash === undefined) problems.push({ part: `evidence:${key}`, sentence: `${what} is missing.` });
    else if (hash !== file.sha256)
      problems.push({
        part: `evidence:${key}`,
        sentence: `${what} is not the one that the manifest states, or is damaged: its SHA-256 differs.`,
      });
  }
  for (const entry of found?.keys() ?? [])
    if (!expected.has(entry))
      problems.push({ part: 'companion', sentence: `${name} holds ${entry}, and the manifest does not know of it.` });
  return { state: { name, state: 'checked', files: expected.size }, problems };
}

/** Evidence lies in a companion as it is; who packed it anew may have made it smaller, but not beyond belief. */
const believable: PartLimits = { mostBytes: 8 * 1024 ** 3, ratio: 300, ratioFrom: 16 * 1024 ** 2 };

/** Name → SHA-256 of every file in a zip; null where one cannot be unpacked. */
async function hashesIn(path: string): Promise<ReadonlyMap<string, string | null>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    const hashes = new Map<string, string | null>();
    for (const entry of entries) {
      const isSound = faultOf(entry, believable) === null;
      hashes.set(entry.fileName, isSound ? await hashOf(zip, entry).catch(() => null) : null);
    }
    return hashes;
  } finally {
    zip.close();
  }
}

async function hashOf(zip: ZipFile, entry: Entry): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of unpackedPart(zip, entry, entry.uncompressedSize)) hash.update(chunk);
  return hash.digest('hex');
}
