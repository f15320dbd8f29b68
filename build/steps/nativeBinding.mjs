import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, inProject, nodeBinary } from '../paths.mjs';
import { PlainStop, sayWhile } from '../say.mjs';
import { projectEnv, runOrStop } from '../spawn.mjs';
import { ensurePrograms } from './debianPackages.mjs';

const PACKAGE = 'node_modules/better-sqlite3';

/** Where better-sqlite3 looks before its prebuilt binaries. */
const PLACE = inProject(PACKAGE, 'build/Release/better_sqlite3.node');

/** The fallback's Node 20 lacks Node-API 10; the experimental headers name the same functions. */
const NODE_API_FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/**
 * Makes `better-sqlite3` load in the Electron at hand. The shipping one takes the prebuilt binary of the package. The
 * fallback is older and needs the same source compiled once, which then works in Node 24, too (command line, tests).
 *
 * @param {{ say: import('../say.mjs').Say, kind: import('./electronRuntime.mjs').ElectronRuntime['kind'] }} options
 */
export async function placeNativeBinding({ say, kind }) {
  const compiled = compiledFile();
  if (kind !== 'fallback') {
    // Only what an earlier run with the fallback put there: a developer may have compiled another one on purpose.
    if (isSame(PLACE, compiled)) rmSync(PLACE);
    return;
  }
  if (!existsSync(compiled)) await makeCompiled(compiled, say);
  if (isSame(PLACE, compiled)) return;
  mkdirSync(path.dirname(PLACE), { recursive: true });
  const copy = `${PLACE}.${randomUUID()}`;
  copyFileSync(compiled, copy);
  renameSync(copy, PLACE);
}

/** In the cache, by version. */
function compiledFile() {
  const { version } = JSON.parse(readFileSync(inProject(PACKAGE, 'package.json'), 'utf8'));
  const name = `better-sqlite3-${version}-napi-experimental-${process.platform}-${process.arch}.node`;
  return path.join(cacheFolder(), name);
}

/**
 * @param {string} one
 * @param {string} other
 */
const isSame = (one, other) => existsSync(one) && existsSync(other) && readFileSync(one).equals(readFileSync(other));

/**
 * @param {string} target
 * @param {import('../say.mjs').Say} say
 */
async function makeCompiled(target, say) {
  await ensurePrograms({ say, group: 'compiler' });
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder(), 'making-'));
  try {
    await sayWhile(say, 'Compiling better-sqlite3 for this Electron (once, one to two minutes)…', () => build(work));
    const made = path.join(work, 'made.node');
    copyFileSync(path.join(work, PACKAGE, 'build/Release/better_sqlite3.node'), made);
    await runOrStop('Loading the compiled better-sqlite3', nodeBinary, [
      '-e',
      `new (require(${JSON.stringify(inProject(PACKAGE))}))(':memory:', { nativeBinding: ${JSON.stringify(made)} })`,
    ]);
    renameSync(made, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} work a copy, because node-gyp writes into the package it builds */
async function build(work) {
  for (const name of [PACKAGE, 'node_modules/node-addon-api']) {
    cpSync(inProject(name), path.join(work, name), { recursive: true });
  }
  rmSync(path.join(work, PACKAGE, 'build'), { recursive: true, force: true });
  const nodeGyp = inProject('node_modules/node-gyp/bin/node-gyp.js');
  const flags = ['rebuild', '--release', '--force_build=1', `--nodedir=${headersPrefix()}`];
  await runOrStop('Compiling better-sqlite3', nodeBinary, [nodeGyp, ...flags], {
    cwd: path.join(work, PACKAGE),
    env: projectEnv({ CXXFLAGS: NODE_API_FLAGS }),
  });
}

/** Node's headers come with the npm package of its binary, or with the host's own Node. */
function headersPrefix() {
  const binaryPackage = `node-${process.platform}-${process.arch}`;
  const hostNode = process.env.npm_node_execpath ?? process.execPath;
  const prefixes = [
    inProject('node_modules/node/node_modules', binaryPackage),
    inProject('node_modules', binaryPackage),
    path.dirname(path.dirname(hostNode)),
    '/usr',
    '/usr/local',
  ];
  const found = prefixes.find((prefix) => existsSync(path.join(prefix, 'include/node/node_api.h')));
  if (found) return found;
  throw new PlainStop(
    'Node’s header files are missing. Run `npm rebuild node --ignore-scripts=false`, which brings them, and try again.',
  );
}
