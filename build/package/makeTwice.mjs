import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject, nodeBinary } from '../paths.mjs';
import { PlainStop, sayWhile } from '../say.mjs';
import { projectEnv, runOrStop, runQuietly } from '../spawn.mjs';
import { linkFolder } from '../steps/projectRuntime.mjs';
import { GUIDE_PICTURES } from './givenPictures.mjs';
import { insideAsar } from './insideAsar.mjs';
import { PACKAGES } from './makePackages.mjs';
import { sha256Of } from './sums.mjs';

/**
 * Builds one commit twice, in two clones in folders of different names, and compares all that came out, byte for byte.
 * What differs from one machine or day to the next (paths, times, the order of a folder) would differ here.
 *
 * @param {{ say: import('../say.mjs').Say }} options
 * @returns {Promise<number>} the exit code: 1 where a file differs, and its name is said
 */
export async function makeTwice({ say }) {
  const { output: changed } = await runQuietly('git', ['status', '--porcelain']);
  if (changed.trim() !== '') say('What is not committed is not in these builds.');
  // Somebody may commit meanwhile.
  const commit = (await runOrStop('Asking for the commit', 'git', ['rev-parse', 'HEAD'])).trim();
  const work = mkdtempSync(path.join(tmpdir(), 'sec-golive-twice-'));
  try {
    /** @type {ReadonlyMap<string, string>[]} */
    const made = [];
    const [once, again] = [path.join(work, 'once'), path.join(work, 'and-again-elsewhere')];
    made.push(await sayWhile(say, 'Building the commit in a clone…', () => buildIn(once, commit)));
    // Pictures of a window are never quite alike; all else is to be.
    const pictures = { SEC_GOLIVE_GUIDE_PICTURES: path.join(once, GUIDE_PICTURES) };
    made.push(await sayWhile(say, 'And again, elsewhere…', () => buildIn(again, commit, pictures)));
    return tell(made[0] ?? new Map(), made[1] ?? new Map(), say);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} clone
 * @param {string} commit
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<ReadonlyMap<string, string>>} the hash of each file that was made
 */
async function buildIn(clone, commit, env) {
  await runOrStop('Cloning', 'git', ['clone', '--quiet', '--no-hardlinks', inProject('.'), clone]);
  await runOrStop('Checking the commit out', 'git', ['checkout', '--quiet', '--detach', commit], { cwd: clone });
  linkFolder(inProject('node_modules'), path.join(clone, 'node_modules'));
  await runOrStop('Packaging', nodeBinary, ['build/run.mjs', 'package'], { cwd: clone, env: projectEnv(env) });
  return hashesOf(path.join(clone, PACKAGES));
}

/** What electron-builder notes of its own work, with the paths of this machine. */
const NOTES = /^builder-(debug|effective-config)\.ya?ml$/;

/** @param {string} folder */
async function hashesOf(folder) {
  const hashes = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || NOTES.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file);
    hashes.set(name, await sha256Of(file));
    // Which file in it differs says more than that the archive does.
    if (/\.asar$/.test(name)) for (const [inside, hash] of insideAsar(file)) hashes.set(`${name}/${inside}`, hash);
  }
  return hashes;
}

/**
 * @param {ReadonlyMap<string, string>} one
 * @param {ReadonlyMap<string, string>} other
 * @param {import('../say.mjs').Say} say
 */
function tell(one, other, say) {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  const differing = names.filter((name) => one.get(name) !== other.get(name));
  for (const name of differing) say(`differs: ${name}`);
  if (names.length === 0) throw new PlainStop('Nothing was made, so nothing could be compared.');
  process.stdout.write(`${names.length} files made twice, ${differing.length} differ\n`);
  return differing.length === 0 ? 0 : 1;
}
