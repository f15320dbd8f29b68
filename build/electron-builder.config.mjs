import path from 'node:path';
import { setShippingFuses } from './fuses.mjs';
import { unshippedFolders } from './notices/shippedFolders.mjs';
import { FILE_TYPE, LINUX_EXECUTABLE, PRODUCT } from './package/product.mjs';

const BUNDLE = { ext: FILE_TYPE.ext, name: FILE_TYPE.name, mimeType: FILE_TYPE.mimeType, role: 'Editor' };

/** A Mac offers it for a pack and leaves the first choice to others; an installer for Windows would take it. */
const PACK = { ext: 'pdf', name: 'PDF', role: 'Viewer', rank: 'Alternate' };

/** electron-builder fills these in. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own
const [PLATFORM, INSTALLER] = ['${platform}-${arch}', '${productName} ${version} ${arch}.${ext}'];

/** @type {import('electron-builder').Configuration} */
const config = {
  appId: 'org.secgolive.app',
  productName: PRODUCT.name,
  directories: { output: 'out/package', buildResources: 'out/identity' },
  // What is bundled needs no second copy; nobody needs another platform's binaries, C sources or types at run time.
  files: [
    'out/app/**',
    'package.json',
    '!**/*.map',
    ...unshippedFolders().map((folder) => `!${folder}/**`),
    '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
    `!node_modules/better-sqlite3/prebuilds/!(${PLATFORM}.node)`,
    '!node_modules/@embedpdf/pdfium/dist/*.{cjs,browser.js}',
    '!node_modules/pdfjs-dist/{build,web,image_decoders,types}/**',
    '!**/.yarn/**',
  ],
  extraResources: [{ from: 'build/sample', to: 'sample' }],
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3/**'],
  npmRebuild: false,
  // No update file either: the app makes no network connection.
  publish: null,
  linux: {
    // The Debian package is made by Debian's own tools (build/package/deb.mjs).
    target: ['AppImage'],
    category: 'Office',
    executableName: LINUX_EXECUTABLE,
    maintainer: PRODUCT.maintainer,
    icon: 'icons',
    fileAssociations: [BUNDLE, { ...PACK, mimeType: 'application/pdf' }],
  },
  // Signed where CSC_LINK (or WIN_CSC_LINK) names a certificate.
  win: { target: ['nsis', 'portable'], icon: 'icon.ico', fileAssociations: [{ ...BUNDLE, icon: 'golive.ico' }] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    artifactName: INSTALLER.replace('.$', ' setup.$'),
    uninstallDisplayName: PRODUCT.name,
    // What people entered stays when the app goes.
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: INSTALLER.replace('.$', ' portable.$') },
  mac: {
    target: ['dmg'],
    category: 'public.app-category.business',
    icon: 'icon.icns',
    hardenedRuntime: true,
    // Apple looks at what was signed, where its own account is named.
    notarize: Boolean(process.env.APPLE_API_KEY || process.env.APPLE_ID),
    fileAssociations: [{ ...BUNDLE, icon: 'golive.icns' }, PACK],
    extraResources: licencesOfChromium(),
  },
  appImage: { artifactName: INSTALLER },
  dmg: { artifactName: INSTALLER },
  afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
    const executable = executableIn(electronPlatformName, packager.appInfo.productFilename);
    await setShippingFuses(path.join(appOutDir, executable), electronPlatformName);
  },
};

/** On a Mac they lie beside the app in Electron's folder, and would stay behind. */
function licencesOfChromium() {
  const dist = process.env.SEC_GOLIVE_ELECTRON_DIST;
  return dist ? [{ from: path.join(dist, 'LICENSES.chromium.html'), to: 'LICENSES.chromium.html' }] : [];
}

/**
 * @param {string} platform
 * @param {string} product
 */
function executableIn(platform, product) {
  if (platform === 'darwin') return `${product}.app/Contents/MacOS/${product}`;
  return platform === 'win32' ? `${product}.exe` : LINUX_EXECUTABLE;
}

export default config;
