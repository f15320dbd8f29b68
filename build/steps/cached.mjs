import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../paths.mjs';

const ABANDONED_AFTER = 6 * 60 * 60_000;

/**
 * A folder of the cache, made once per machine. It is made in a temporary folder and renamed at the end: a run that is
 * stopped, or one beside it, leaves nothing half-done in its place.
 *
 * @param {string} name what it is called in the cache; it says all that its content depends on
 * @param {(work: string) => Promise<string>} make works in a temporary folder; resolves to the finished folder inside it
 * @returns {Promise<string>} its place in the cache
 */
export async function cached(name, make) {
  const ready = path.join(cacheFolder(), name);
  if (existsSync(ready)) return ready;
  await mkdir(cacheFolder(), { recursive: true });
  await removeAbandoned();
  const work = await mkdtemp(path.join(cacheFolder(), 'making-'));
  try {
    await moveIntoPlace(await make(work), ready);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return ready;
}

/**
 * @param {string} made
 * @param {string} place
 */
async function moveIntoPlace(made, place) {
  try {
    await rename(made, place);
  } catch (error) {
    // Another run was quicker, and what it made is the same.
    if (!existsSync(place)) throw error;
  }
}

/** What stopped runs left behind, half a gigabyte each. */
async function removeAbandoned() {
  for (const name of await readdir(cacheFolder())) {
    const folder = path.join(cacheFolder(), name);
    if (!name.startsWith('making-') || Date.now() - (await stat(folder)).mtimeMs < ABANDONED_AFTER) continue;
    await rm(folder, { recursive: true, force: true });
  }
}
