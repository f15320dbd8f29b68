import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { readFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { readAttachment, type StagedFile, stageFile } from '../store/attachments.ts';
import { SourceFault } from '../store/copyHashed.ts';
import type { Store } from '../store/openStore.ts';
import type { EngineContext } from './context.ts';
import { stoppedSentence } from './disposable.ts';
import { mediaTypeOf } from './mediaType.ts';
import { whyTakenOut } from './takenOut.ts';

/** A file that was copied beside the store's files; whoever takes it publishes it with its record, or discards it. */
export interface IncomingFile extends StagedFile {
  /** As it is shown and stored. */
  readonly name: string;
  readonly mediaType: string;
}

const mostBytes = 2 * 1024 ** 3;
const progressEvery = 100;

/**
 * Copies and hashes a file; nothing is left behind where it is refused, stopped, or does not fit the disk.
 * @param item the id of the evidence that it is for, where that is here already
 */
export async function takeFile(
  context: EngineContext,
  store: Store,
  path: string,
  item?: string,
): Promise<Result<IncomingFile>> {
  const name = storedName(basename(path));
  const size = sizeOf(path, name);
  if (!size.ok) return size;
  let told = 0;
  const onBytes = (total: number) => {
    if (total < size.value && Date.now() - told < progressEvery) return;
    told = Date.now();
    context.onProgress({ text: `Copying ${name}`, fraction: Math.min(1, total / size.value) });
  };
  try {
    const staged = await stageFile(store.paths.files, path, { onBytes, signal: context.signal });
    try {
      const refused = takenOutBefore(store, { name, sha256: staged.sha256 }, item);
      if (refused) {
        staged.discard();
        return refused;
      }
      // Judged by the copy, for that is what is kept; the source may be gone by now.
      return ok({ ...staged, name, mediaType: await mediaTypeOf(staged.path, name) });
    } catch (error) {
      staged.discard();
      throw error;
    }
  } catch (error) {
    if (context.signal.aborted) return fail('cancelled', stoppedSentence, name);
    if (!(error instanceof SourceFault)) throw error;
    const sentence =
      error.kind === 'changed'
        ? `${name} was changed while it was being read; close the program that writes it, and attach it again.`
        : `${name} ${readFault(error.cause)}.`;
    return fail('invalidInput', sentence, name);
  }
}

/** What was taken out for good does not come back. To be asked again where a file waited: it may have been taken out meanwhile. */
export function takenOutBefore(
  store: Store,
  { name, sha256 }: Pick<IncomingFile, 'name' | 'sha256'>,
  item?: string,
): Result<never> | null {
  const reason = whyTakenOut(store, sha256, item);
  if (reason === null) return null;
  const sentence = `${name} was taken out of this store for good (${reason}) and is not taken in again; attach another file.`;
  return fail('invalidInput', sentence, name);
}

/**
 * Does the work that records a taken file, publishing it inside the work's transaction. Where the work is refused or
 * fails, no content stays that no record names.
 */
export function keepTaken<T>(store: Store, file: StagedFile, work: () => Result<T>): Result<T> {
  let kept = false;
  try {
    const done = work();
    kept = done.ok;
    return done;
  } finally {
    file.discard();
    // Another process may have taken the same content meanwhile, and then a record names it.
    if (!kept && readAttachment(store.db, file.sha256) === null) file.withdraw();
  }
}

/**
 * The name as it is kept: control characters, marks that turn the direction of reading, and folders are taken out, the
 * words stay. What looks like `exit.pdf` is then called so.
 */
export function storedName(name: string): string {
  const cleaned = name
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029/\\]+/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .replace(/^(?:\.\.? )+/, '')
    .trim();
  return /^\.*$/.test(cleaned) ? 'file without a name' : cleaned;
}

function sizeOf(path: string, name: string): Result<number> {
  let info: ReturnType<typeof statSync>;
  try {
    info = statSync(path);
  } catch {
    const sentence = `There is no file ${path}, or it cannot be read; check the path and its permissions.`;
    return fail('invalidInput', sentence, path);
  }
  if (!info?.isFile()) {
    return fail('invalidInput', `${name} is not a file; attach files one by one, or several at once.`, path);
  }
  if (info.size === 0)
    return fail('invalidInput', `${name} is empty (0 bytes); attach the file with its content.`, path);
  if (info.size > mostBytes) {
    const size = (info.size / 1024 ** 3).toFixed(1);
    return fail('invalidInput', `${name} is ${size} GB; the store takes files of up to 2 GB, so split it.`, path);
  }
  return ok(info.size);
}
