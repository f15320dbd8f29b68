import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

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
 */
export async function setShippingFuses(executable) {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Pages come over app:// only.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}
