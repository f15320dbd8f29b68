import { lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { isOwnName, storePaths } from '../store/storePaths.ts';

/** As many links as a system follows before it says that they lead in a circle. */
const mostLinks = 40;
/** Of what is written, only what is taken out of a pack is several files. */
const writesFolder = 'pack.extract';

/**
 * Where a method writes that the caller named a place for (`out`: a file, or for what is taken out of a pack a folder;
 * `folder`): the one door through which every such call comes, from the window as from the terminal.
 *
 * - What is the store's own (its database, key, files, backups) is never written over nor into, by whatever name or link it is
 *   reached, but backups into `backups`; anything else may lie beside them.
 * - What is there and is neither file nor folder (a device, a pipe) is refused: a rename would put a file in its place.
 * - A folder is refused, but by what writes into one.
 * - A link to a file is followed, so that the file behind it is replaced and the link stays.
 */
export function withTarget<Input extends object>(folder: string, method: string, input: Input): Result<Input> {
  const { out, folder: into } = input as { readonly out?: unknown; readonly folder?: unknown };
  if (typeof into === 'string' && isOwn(resolve(into), folder)) return inStore(into, folder);
  if (typeof out !== 'string') return ok(input);
  const place = behindLinks(resolve(out));
  if (place === null) return fail('invalidInput', `${out} is a link that leads in a circle; name another file.`, out);
  const own = storePaths(folder);
  const isBackup = method === 'store.backup' && isWithin(place, own.backups) && !isSame(place, own.backups);
  // Evidence and files go to a folder beside what is written.
  if (!isBackup && (isOwn(place, folder) || isOwn(`${place}.files`, folder))) return inStore(out, folder);
  const there = statOf(place);
  if (there && !there.isFile() && !there.isDirectory())
    return fail('invalidInput', `${out} is a device, a pipe or a socket, no file; name a file to write.`, out);
  if (there?.isDirectory() && method !== writesFolder)
    return fail('invalidInput', `${out} is a folder; name the file to write.`, out);
  return ok(place === resolve(out) ? input : { ...input, out: place });
}

function inStore(named: string, folder: string): Result<never> {
  return fail(
    'invalidInput',
    `${named} is the store's own (${folder}), which nothing else may write to; choose another place.`,
    named,
  );
}

/** The file that a path means once each link at its end is followed, be it there or not; null: they lead in a circle. */
function behindLinks(path: string): string | null {
  let place = path;
  for (let link = 0; link < mostLinks; link += 1) {
    if (!lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) return place;
    // What the system keeps open under a number (`/dev/stdout`) is a link whose text is no path.
    if (statOf(place)?.isFile() === false) return place;
    place = resolve(realOf(dirname(place)), readlinkSync(place));
  }
  return null;
}

/** Whether a path is, or would be, the store's folder itself, or what the store keeps in it. */
function isOwn(path: string, folder: string): boolean {
  let below: string | null = null;
  for (let place = realOf(path); ; place = dirname(place)) {
    if (isSame(place, folder)) return below === null || isOwnName(basename(below));
    if (place === dirname(place)) return false;
    below = place;
  }
}

/** Whether a path is, or would be, a folder or lie in it, by whatever name either is reached. */
function isWithin(path: string, folder: string): boolean {
  for (let place = realOf(path); ; place = dirname(place)) {
    if (isSame(place, folder)) return true;
    if (place === dirname(place)) return false;
  }
}

/** One folder may have several paths: links, other letters, a second mount. */
function isSame(one: string, other: string): boolean {
  if (one === realOf(other)) return true;
  const [left, right] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return (
    left !== undefined && right !== undefined && left.ino !== 0n && left.ino === right.ino && left.dev === right.dev
  );
}

/** The real path of what of it is there, with the rest behind it. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path === dirname(path) ? path : join(realOf(dirname(path)), basename(path));
  }
}

/** Null where nothing is there, or the system does not say. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
