import { inProject } from '../paths.mjs';
import { runQuietly } from '../spawn.mjs';

/** The first day that a zip archive can name, where there is no commit to ask. */
const NO_COMMIT = 315_532_800;

/**
 * The time that everything in a package bears, in seconds since 1970: `SOURCE_DATE_EPOCH`, or else that of the commit.
 * Two builds of one commit must not differ by when they were made.
 *
 * @returns {Promise<number>}
 */
export async function commitTime() {
  if (/^\d+$/.test(process.env.SOURCE_DATE_EPOCH ?? '')) return Number(process.env.SOURCE_DATE_EPOCH);
  const { code, output } = await runQuietly('git', ['log', '-1', '--format=%ct'], { cwd: inProject('.') });
  return code === 0 ? Number(output.trim()) : NO_COMMIT;
}
