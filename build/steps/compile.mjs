import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { collectNotices } from '../notices/notices.mjs';
import { inProject, nodeBinary } from '../paths.mjs';
import { seconds } from '../say.mjs';
import { runOrStop } from '../spawn.mjs';
import { hashOf, isStamped, writeStamp } from '../stamp.mjs';
import { identityFolder, makeIdentity } from './identity.mjs';

const STAMP = 'out/.stamps/compiled';

/** Everything that decides what comes out. */
const INPUTS = [
  'electron',
  'renderer',
  'shared',
  'build/electron.vite.config.ts',
  'build/externals.mjs',
  'build/identity',
  'build/notices',
  'build/pdfjsParts.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

const OUTPUTS = [
  'out/app/main/index.js',
  'out/app/main/engine.js',
  'out/app/main/render.js',
  'out/app/main/importers.js',
  'out/app/main/bundles.js',
  'out/app/main/cli.js',
  'out/app/preload/index.cjs',
  'out/app/renderer/index.html',
  'out/app/renderer/viewer/index.html',
  'out/app/icon.png',
  'out/app/notices.json',
  'out/notices/renderer.json',
  'out/identity/made-from.txt',
];

export const electronVite = inProject('node_modules/electron-vite/bin/electron-vite.js');
export const viteConfig = inProject('build/electron.vite.config.ts');

/**
 * Bundles main, preload and renderer into out/app, with the window's icon and the notices of all that ships, unless nothing that they are made of has changed.
 *
 * @param {{ say: import('../say.mjs').Say }} options
 */
export async function compile({ say }) {
  const wanted = hashOf(INPUTS);
  if (isStamped(STAMP, wanted) && OUTPUTS.every((file) => existsSync(inProject(file)))) return;
  const began = Date.now();
  await runOrStop('Compiling the app', nodeBinary, [electronVite, 'build', '-c', viteConfig, '--logLevel', 'warn']);
  await makeIdentity();
  copyFileSync(inProject(identityFolder, 'icons/256x256.png'), inProject('out/app/icon.png'));
  writeFileSync(inProject('out/app/notices.json'), JSON.stringify(collectNotices()));
  writeStamp(STAMP, wanted);
  say(`Compiled the app (${seconds(began)}).`);
}
