import { readFileSync } from 'node:fs';
import path from 'node:path';
import { externals } from './externals.mjs';
import { setShippingFuses } from './fuses.mjs';
import { inProject } from './paths.mjs';

const { dependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const bundled = Object.keys(dependencies).filter((name) => !externals.includes(name));

const LINUX_EXECUTABLE = 'sec-golive';

/** @type {import('electron-builder').Configuration} */
const config = {
  appId: 'org.secgolive.app',
  productName: 'SEC Go-Live',
  directories: { output: 'out/package', buildResources: 'build/resources' },
  // What is bundled needs no second copy; better-sqlite3 ships its C source, which nobody needs at run time.
  files: [
    'out/app/**',
    'package.json',
    '!**/*.map',
    ...bundled.map((name) => `!node_modules/${name}/**`),
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
  ],
  extraResources: [{ from: 'build/sample', to: 'sample' }],
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3/**'],
  npmRebuild: false,
  // No update file either: the app makes no network connection.
  publish: null,
  fileAssociations: [{ ext: 'golive', name: 'SEC Go-Live release', role: 'Editor' }],
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    executableName: LINUX_EXECUTABLE,
    maintainer: 'SEC Go-Live maintainers',
  },
  win: { target: ['nsis'] },
  mac: { target: ['dmg'], category: 'public.app-category.business' },
  afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
    const executable = executableIn(electronPlatformName, packager.appInfo.productFilename);
    await setShippingFuses(path.join(appOutDir, executable), electronPlatformName);
  },
};

/**
 * @param {string} platform
 * @param {string} product
 */
function executableIn(platform, product) {
  if (platform === 'darwin') return `${product}.app/Contents/MacOS/${product}`;
  return platform === 'win32' ? `${product}.exe` : LINUX_EXECUTABLE;
}

export default config;
