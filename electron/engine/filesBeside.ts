import { existsSync, lstatSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { foldedName } from '../../shared/domain/foundation/fileNames.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { type Evidence, evidenceKey } from '../../shared/domain/records/evidence.ts';
import { hashFile } from '../store/attachments.ts';
import { makeFolder, publishSynced, temporaryBeside } from '../store/durableFile.ts';
import type { Store } from '../store/openStore.ts';
import type { EngineContext } from './context.ts';
import { safeFileName } from './fileNames.ts';
import { copyHeld, heldFile } from './heldFile.ts';

/** Evidence that was copied and hashed, and is not in its place yet. */
interface StagedBeside {
  /** Each item's path relative to the file beside which it goes; items without a file are not in it. */
  readonly names: ReadonlyMap<Evidence, string>;
  /** Puts the files in their place and does what makes them count; where that fails, they are taken away again. */
  readonly publish: (last: () => void) => void;
  /** Takes away what was not published; harmless afterwards. */
  readonly discard: () => void;
}

/**
 * Copies the files of evidence for `FILE.files/`, each hashed on the way. A file that lies there already stays as it is:
 * equal content is used again, other content gets a folder beside it, so that what an earlier FILE names holds until the
 * new one takes its place.
 */
export async function stageBeside(
  context: EngineContext,
  store: Store,
  evidence: readonly Evidence[],
  out: string,
): Promise<Result<StagedBeside>> {
  const folder = `${out}.files`;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    return fail('invalidInput', `${folder}, where the evidence goes, is not a folder; name another release file.`, out);
  const staging = temporaryBeside(out);
  const discard = () => rmSync(staging, { recursive: true, force: true });
  const names = new Map<Evidence, string>();
  const moves: { readonly from: string; readonly to: string }[] = [];
  const taken = new Set<string>();
  try {
    for (const item of evidence) {
      const held = heldFile(store, item);
      if (!held.ok) return refused(discard, held);
      if (!held.value) continue;
      const from = join(staging, String(moves.length));
      const copied = await copyHeld(item, held.value, from, context.signal);
      if (!copied.ok) return refused(discard, copied);
      const { name, isThere } = await freePlace(out, item, held.value.sha256, taken);
      names.set(item, name);
      if (isThere) rmSync(from);
      else moves.push({ from, to: join(dirname(out), name) });
    }
  } catch (error) {
    discard();
    throw error;
  }
  return ok({ names, discard, publish: (last) => publishAll(moves, last) });
}

function refused(discard: () => void, why: Result<never>): Result<never> {
  discard();
  return why;
}

/** One folder for each item: references that are written alike on some system still have two. */
async function freePlace(out: string, item: Evidence, sha256: string, taken: Set<string>) {
  const key = safeFileName(evidenceKey(item));
  const file = safeFileName(item.file ?? sha256);
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? key : `${key} ${number}`;
    const name = `${basename(out)}.files/${folder}/${file}`;
    const place = join(dirname(out), name);
    const there = lstatSync(place, { throwIfNoEntry: false });
    if (taken.has(foldedName(folder)) || (there && !(there.isFile() && (await hashFile(place)) === sha256))) continue;
    taken.add(foldedName(folder));
    return { name, isThere: there !== undefined };
  }
}

function publishAll(moves: readonly { readonly from: string; readonly to: string }[], last: () => void): void {
  const placed: string[] = [];
  const made: string[] = [];
  try {
    for (const { from, to } of moves) {
      const folder = dirname(to);
      for (const one of [dirname(folder), folder]) if (!existsSync(one)) made.push(one);
      makeFolder(folder);
      publishSynced(from, to);
      placed.push(to);
    }
    last();
  } catch (error) {
    for (const file of placed) rmSync(file, { force: true });
    // Only what was made here, and nobody else uses.
    for (const folder of made.reverse()) removeEmpty(folder);
    throw error;
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody put something into it meanwhile.
  }
}
