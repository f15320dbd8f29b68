import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * The test runtime: Playwright drives an Electron through its inspector, and the start-up snapshot that the fallback
 * carries belongs to another program.
 *
 * @param {string} executable
 */
export async function setTestFuses(executable) {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * What ships: no way to run the app's executable as a plain Node, to inspect it, or to put other code in its place.
 *
 * @param {string} executable
 * @param {string} platform the one that it is for
 */
export async function setShippingFuses(executable, platform) {
  const config = {
    version: FuseVersion.V1,
    // A fuse that a newer Electron brings stops the build until it is stated here.
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...(await statedFuses(executable, platform)),
  };
  await flipFuses(executable, /** @type {import('@electron/fuses').FuseConfig} */ (config));
}

/**
 * As many as this Electron has: the spare one for tests is older.
 *
 * @param {string} executable
 * @param {string} platform
 */
async function statedFuses(executable, platform) {
  const wire = await getCurrentFuseWire(executable);
  return Object.fromEntries(Object.entries(shippingFuses(platform)).filter(([fuse]) => fuse in wire));
}

/**
 * Every fuse, stated: what is not said here is not left to a default.
 *
 * @param {string} platform
 */
export function shippingFuses(platform) {
  return {
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Electron reads the archive's hash from the executable on Windows and macOS; elsewhere there is nothing to read.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform === 'win32' || platform === 'darwin',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Pages come over app:// only.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // Only makes WebAssembly quicker; no guard.
    [FuseV1Options.WasmTrapHandlers]: true,
  };
}
