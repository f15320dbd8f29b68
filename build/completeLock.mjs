import { readFileSync, writeFileSync } from 'node:fs';

/**
 * A registry mirror may hold a package's binary for this platform only. npm then leaves the other platforms out of the
 * lock file, and `npm ci` refuses what npm itself wrote (npm/cli#9846). This adds the entries that a full registry
 * would have given, without a hash; npm skips them on every platform but their own.
 *
 * Run it after each change of dependencies: `node build/run.mjs lock`.
 *
 * @param {string} file path of package-lock.json, changed in place
 * @returns {number} how many entries were added
 */
export function completeLock(file) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  let added = 0;
  for (let missing = findMissing(lock.packages); missing.length > 0; missing = findMissing(lock.packages)) {
    for (const { where, entry } of missing) lock.packages[where] = entry;
    added += missing.length;
  }
  if (added === 0) return 0;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  return added;
}

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * Optional packages with an exact version that the lock file does not hold.
 *
 * @param {Record<string, Entry>} packages
 * @returns {{ where: string, entry: Entry }[]}
 */
export function findMissing(packages) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && lookUp(packages, parent, name)?.version !== version)
      .map(([name, version]) => ({
        where: `${parent.slice(0, parent.lastIndexOf('node_modules/'))}node_modules/${name}`,
        entry: describe(name, version, dev),
      })),
  );
}

/**
 * As Node looks a package up: beside the one that asks, then outwards.
 *
 * @param {Record<string, Entry>} packages
 * @param {string} parent
 * @param {string} name
 */
function lookUp(packages, parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const entry = packages[`${folder}${folder && '/'}node_modules/${name}`];
    if (entry || !folder) return entry;
  }
}

/**
 * The platform is told by the name, as every such package does it: `@scope/tool-linux-arm64-musl`.
 *
 * @param {string} name
 * @param {string} version
 * @param {boolean | undefined} dev
 * @returns {Entry}
 */
function describe(name, version, dev) {
  const words = name.split(/[/-]/);
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  const os = words.filter((word) => SYSTEMS.includes(word));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
