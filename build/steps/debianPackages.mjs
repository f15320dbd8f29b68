import { existsSync } from 'node:fs';
import path from 'node:path';
import { PlainStop, sayWhile } from '../say.mjs';
import { runOrStop, runQuietly } from '../spawn.mjs';

/**
 * What a task needs from the system. Each Debian entry may have several names, newest last: Debian 13 and
 * Ubuntu 24.04 renamed some libraries.
 *
 * @typedef {object} Group
 * @property {string} purpose ends the sentence "… is needed for"
 * @property {readonly (readonly string[])[]} packages
 * @property {readonly string[]} programs how to tell without Debian's package list
 */

/** @type {Readonly<Record<'window' | 'display' | 'pdf' | 'filler' | 'compiler' | 'room' | 'wine', Group>>} */
export const GROUPS = {
  window: {
    purpose: 'the window',
    packages: [
      ['libgtk-3-0', 'libgtk-3-0t64'],
      ['libnss3'],
      ['libasound2', 'libasound2t64'],
      ['libgbm1'],
      ['libxss1'],
      ['libatspi2.0-0', 'libatspi2.0-0t64'],
      ['libnotify4'],
      ['libsecret-1-0'],
    ],
    programs: [],
  },
  display: { purpose: 'a display for the tests', packages: [['xvfb'], ['xauth']], programs: ['Xvfb'] },
  pdf: {
    purpose: 'checking PDFs',
    packages: [['poppler-utils'], ['qpdf']],
    programs: ['pdftotext', 'pdftoppm', 'pdfinfo', 'pdfdetach', 'qpdf'],
  },
  filler: {
    purpose: 'filling in a form as Okular does',
    packages: [['python3-gi'], ['gir1.2-poppler-0.18']],
    programs: [],
  },
  room: {
    purpose: 'a network of its own for the test that nothing leaves',
    packages: [['iproute2'], ['util-linux']],
    programs: ['ip', 'unshare', 'nsenter'],
  },
  wine: { purpose: 'Windows programs', packages: [['wine'], ['wine64']], programs: ['wine'] },
  compiler: {
    purpose: 'compiling better-sqlite3 for the spare Electron',
    packages: [['python3'], ['make'], ['g++']],
    programs: ['python3', 'make', 'g++'],
  },
};

/** @typedef {keyof typeof GROUPS} GroupName */

/**
 * Debian packages of these groups: there, or installed now (root), or the exact command and a stop.
 *
 * @param {{ say: import('../say.mjs').Say, groups: readonly GroupName[] }} options
 */
export async function ensurePackages({ say, groups }) {
  if (process.platform !== 'linux') return;
  if (!findProgram('dpkg-query') || !findProgram('apt-get')) {
    for (const group of groups) stopIfMissing(group);
    return;
  }
  const missing = await findMissing(groups.flatMap((group) => GROUPS[group].packages));
  if (missing.length === 0) return;
  const purpose = groups.map((group) => GROUPS[group].purpose).join(', ');
  if (process.getuid?.() !== 0) {
    const names = missing.map((names) => names[0]).join(' ');
    throw new PlainStop(
      `Some Debian packages are missing (for ${purpose}). Install them with:\n` +
        `  sudo apt-get update && sudo apt-get install -y ${names}`,
    );
  }
  await sayWhile(say, `Installing Debian packages for ${purpose}…`, () => installPackages(missing));
}

/**
 * As `ensurePackages`, for tools that may just as well come from elsewhere: whatever is on PATH counts.
 *
 * @param {{ say: import('../say.mjs').Say, group: GroupName }} options
 */
export async function ensurePrograms({ say, group }) {
  if (GROUPS[group].programs.every(findProgram)) return;
  await ensurePackages({ say, groups: [group] });
  stopIfMissing(group);
}

/** @param {GroupName} group */
function stopIfMissing(group) {
  const { programs, purpose } = GROUPS[group];
  const missing = programs.filter((name) => !findProgram(name));
  if (missing.length > 0) throw new PlainStop(`Please install ${missing.join(', ')}: needed for ${purpose}.`);
}

/** @param {string} name */
export function findProgram(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
}

/** @param {readonly (readonly string[])[]} wanted */
async function findMissing(wanted) {
  const { output } = await runQuietly('dpkg-query', [
    '-W',
    '-f',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in
    '${Package} ${db:Status-Status}\\n',
    ...wanted.flat(),
  ]);
  const lines = new Set(output.split('\n'));
  return wanted.filter((names) => !names.some((name) => lines.has(`${name} installed`)));
}

/** Another clone beside this one, or the system's own updates, may be installing: waited for, ten minutes at most. */
const patient = ['-o', 'DPkg::Lock::Timeout=600'];

/** @param {readonly (readonly string[])[]} missing */
async function installPackages(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runOrStop('Refreshing the list of Debian packages', 'apt-get', [...patient, 'update', '-q'], { env });
  const { output } = await runQuietly('apt-cache', ['madison', ...missing.flat()]);
  const known = new Set(output.split('\n').map((line) => line.split('|')[0]?.trim()));
  const names = missing.map((names) => names.find((name) => known.has(name)) ?? names[0] ?? '');
  await runOrStop(
    'Installing Debian packages',
    'apt-get',
    [...patient, 'install', '-y', '-q', '--no-install-recommends', ...names],
    {
      env,
    },
  );
}
