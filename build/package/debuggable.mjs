import { copyFileSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { inProject } from '../paths.mjs';
import { PlainStop } from '../say.mjs';
import { linkFolder } from '../steps/projectRuntime.mjs';
import { PACKAGES, UNPACKED } from './makePackages.mjs';
import { LINUX_EXECUTABLE } from './product.mjs';

/**
 * The packaged app once more, for tests that drive it: it differs from what ships in the debugging switch alone, the
 * fuse that lets a test speak to its main process.
 *
 * @returns {Promise<string>} its executable
 */
export async function makeDebuggable() {
  const shipped = inProject(UNPACKED);
  if (!existsSync(shipped)) throw new PlainStop('There is no packaged app; make it first: npm run package');
  const folder = inProject(PACKAGES, 'debuggable');
  rmSync(folder, { recursive: true, force: true });
  linkFolder(shipped, folder);
  const executable = path.join(folder, LINUX_EXECUTABLE);
  // Not the shipped one's own bytes: those stay as they are.
  rmSync(executable);
  copyFileSync(path.join(shipped, LINUX_EXECUTABLE), executable);
  await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  return executable;
}
