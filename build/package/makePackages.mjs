import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject, nodeBinary } from '../paths.mjs';
import { PlainStop, sayWhile } from '../say.mjs';
import { projectEnv, runVisibly } from '../spawn.mjs';
import { findProgram } from '../steps/debianPackages.mjs';
import { commitTime } from './commitTime.mjs';
import { makeDeb } from './deb.mjs';
import { PRODUCT } from './product.mjs';
import { writeSbom } from './sbom.mjs';
import { writeSums } from './sums.mjs';

export const PACKAGES = 'out/package';
export const UNPACKED = `${PACKAGES}/linux-unpacked`;

/** What people are handed. */
const HANDED_OUT = /\.(deb|AppImage|exe|dmg|cdx\.json)$/;

/**
 * Makes what this machine can: on Linux the unpacked app and a Debian package, elsewhere the installers of the system
 * (their tools are downloaded by electron-builder). `args` go to electron-builder, `--linux AppImage` for one.
 *
 * @param {{ say: import('../say.mjs').Say, electron: import('../steps/electronRuntime.mjs').ElectronRuntime, args: readonly string[] }} options
 */
export async function makePackages({ say, electron, args }) {
  const folder = inProject(PACKAGES);
  rmSync(folder, { recursive: true, force: true });
  const time = await commitTime();
  const onLinux = process.platform === 'linux';
  await build({ electron, time, args: onLinux && args.length === 0 ? ['--dir'] : args });
  if (onLinux && !findProgram('dpkg-deb')) say('No Debian package is made: dpkg-deb is missing here.');
  else if (onLinux && existsSync(inProject(UNPACKED))) {
    await sayWhile(say, 'Packing the Debian package…', () =>
      makeDeb({ app: inProject(UNPACKED), version: PRODUCT.version, time, folder }),
    );
  }
  await writeSbom({ electron: electron.version, time, folder });
  const files = readdirSync(folder).filter((name) => HANDED_OUT.test(name));
  const signed = await writeSums({ files: files.map((name) => path.join(folder, name)), folder });
  for (const name of [...files, 'SHA256SUMS']) say(`${PACKAGES}/${name}`);
  say(howSigned(signed));
  if (electron.kind === 'fallback')
    say(`Made with the spare Electron ${electron.version}: to be tried, not to be handed out.`);
}

/** @param {{ electron: import('../steps/electronRuntime.mjs').ElectronRuntime, time: number, args: readonly string[] }} options */
async function build({ electron, time, args }) {
  const builder = inProject('node_modules/electron-builder/cli.js');
  const dist = [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`];
  const config = ['--config', 'build/electron-builder.config.mjs', '--publish', 'never'];
  const env = projectEnv({ SOURCE_DATE_EPOCH: String(time), SEC_GOLIVE_ELECTRON_DIST: electron.dist });
  const code = await runVisibly(nodeBinary, [builder, ...config, ...dist, ...args], { env });
  if (code !== 0) throw new PlainStop(`electron-builder ended with exit code ${code}.`);
}

/** @param {boolean} sums */
function howSigned(sums) {
  const list = sums ? 'SHA256SUMS is signed.' : 'SHA256SUMS is not signed (SEC_GOLIVE_GPG_KEY names no key).';
  if (process.platform === 'linux') return list;
  const installer = process.env.CSC_LINK || process.env.WIN_CSC_LINK || process.env.CSC_NAME;
  return `${installer ? 'The installer is signed.' : 'The installer is not signed (CSC_LINK names no certificate).'} ${list}`;
}
