import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { npm } from '../npm.mjs';
import { inProject, nodeBinary } from '../paths.mjs';
import { PlainStop, sayWhile } from '../say.mjs';
import { hashOf, isStamped, writeStamp } from '../stamp.mjs';

/** Inside node_modules, so that it goes when they go. */
const STAMP = 'node_modules/.cache/sec-golive/installed';
const NODE_PACKAGE = 'node_modules/node/package.json';

/**
 * Installs the packages of the lock file, without their install scripts, and then the one package that needs its own:
 * `node`, which fetches the Node that runs everything else. No compiler, no Python.
 *
 * @param {{ say: import('../say.mjs').Say }} options
 */
export async function install({ say }) {
  const wanted = hashOf(['package-lock.json']);
  if (isStamped(STAMP, wanted) && existsSync(nodeBinary)) return;
  if (!isInstalledAsLocked()) {
    await sayWhile(say, 'Installing the packages (once, about a minute)…', () =>
      npm('Installing the packages', ['ci', '--ignore-scripts', '--include=dev', '--loglevel=error', '--no-progress']),
    );
  }
  if (!isNodeReady()) {
    await sayWhile(say, 'Fetching the Node that the project runs on…', () =>
      npm('Fetching Node', ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error', '--no-progress']),
    );
  }
  if (!isNodeReady()) {
    throw new PlainStop('The packages are installed, but the Node of the npm package `node` does not run here.');
  }
  writeStamp(STAMP, wanted);
}

/** A developer's own `npm install` counts, too: npm notes in node_modules what it put there. */
function isInstalledAsLocked() {
  const locked = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  if (!locked || !installed || !existsSync(inProject(NODE_PACKAGE))) return false;
  return Object.entries(locked).every(
    ([where, entry]) =>
      where === '' || entry.optional || entry.devOptional || installed[where]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(inProject(file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function isNodeReady() {
  const { version } = JSON.parse(readFileSync(inProject(NODE_PACKAGE), 'utf8'));
  return spawnSync(nodeBinary, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`;
}
