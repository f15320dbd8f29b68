import { existsSync, rmSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { RecordDelta } from '../../../shared/domain/merge/state.ts';
import { attachmentPath, readAttachment, type StagedFile, stageFile } from '../../store/attachments.ts';
import { isHashOfEvidence } from '../../store/evidenceHashes.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { stoppedSentence } from '../disposable.ts';
import { mediaTypeOf } from '../mediaType.ts';
import { liesBeside, stageBeside } from './folderEvidence.ts';
import type { ReadBundle } from './openBundle.ts';

export interface TakenFile extends StagedFile {
  readonly mediaType: string;
}

/**
 * Files that we lack, copied and checked, out of the bundle or, where it lies in a shared folder, from beside it; what was
 * taken out here for good stays out.
 */
export async function stageFiles(
  { signal }: EngineContext,
  store: Store,
  read: ReadBundle,
  folder: string,
): Promise<Result<readonly TakenFile[]>> {
  const names = namesIn(read.deltas);
  const wanted = filesToTake(store, read);
  const unpacked = await read.unpack(wanted);
  if (!unpacked.ok) return unpacked;
  const staged: TakenFile[] = [];
  const take = async (sha256: string, file: StagedFile) =>
    staged.push({ ...file, mediaType: await mediaTypeOf(file.path, names.get(sha256) || sha256) });
  try {
    for (const sha256 of wanted) await take(sha256, await stageOne(store, unpacked.value(sha256), signal));
    for (const sha256 of lackedOf(store, read)) {
      if (!liesBeside(folder, sha256)) continue;
      const file = await stageBeside(store, folder, sha256, signal);
      if (!file) {
        for (const one of staged) one.discard();
        return fail('invalidInput', spoilt(sha256), sha256);
      }
      await take(sha256, file);
    }
    return ok(staged);
  } catch (error) {
    for (const file of staged) file.discard();
    if (signal.aborted) return fail('cancelled', stoppedSentence);
    throw error;
  }
}

function spoilt(sha256: string): string {
  return `The file files/${sha256.slice(0, 12)}… in the shared folder is not what its name says; delete it there, and whoever holds it puts it there again. Nothing was changed.`;
}

/** Of the files that go along with a bundle, those that are not here yet. */
export function filesToTake(store: Store, { deltas, files }: Pick<ReadBundle, 'deltas' | 'files'>): readonly string[] {
  const names = namesIn(deltas);
  return files.filter((sha256) => isWanted(store, sha256, names.has(sha256)));
}

/** Evidence that a bundle names and its sender holds, that is neither in it nor here. */
export function lackedOf(store: Store, { manifest, deltas, files }: ReadBundle): readonly string[] {
  const names = namesIn(deltas);
  return manifest.holds.filter(
    (sha256) => !files.includes(sha256) && names.has(sha256) && isWanted(store, sha256, true),
  );
}

/** Hash → the name that a person gave the file; what an item was emptied of is none that it names. */
function namesIn(deltas: readonly RecordDelta[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { kind, fields } of deltas) {
    if (kind !== 'evidence') continue;
    const files = fields.get('file') ?? [];
    if (files.length > 0 && files.every(({ value }) => value === null)) continue;
    for (const { value } of fields.get('sha256') ?? []) names.set(String(value), String(files[0]?.value ?? ''));
  }
  return names;
}

/** A file that no record names, of the bundle or of ours, is nobody's evidence and is left where it is. */
function isWanted(store: Store, sha256: string, isNamed: boolean): boolean {
  if (!isNamed && !isHashOfEvidence(store.db, sha256)) return false;
  const known = readAttachment(store.db, sha256);
  if (!known) return true;
  return known.purgeReason === null && !existsSync(attachmentPath(store.paths.files, sha256));
}

/** Moved, as it were: what was copied goes at once, so that the disk holds no file twice. */
async function stageOne(store: Store, unpacked: string, signal: AbortSignal): Promise<StagedFile> {
  const staged = await stageFile(store.paths.files, unpacked, { signal });
  rmSync(unpacked);
  return staged;
}
