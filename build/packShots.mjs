/**
 * `npm run shots -- pack`: the sample's pack as a picture of every page, at 100 % and as thumbnails in grey, in
 * `out/shots/pack/`. Wants pdftoppm (poppler-utils).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './paths.mjs';
import { PlainStop } from './say.mjs';

const folder = inProject('out/shots/pack');
const cli = inProject('out/app/main/cli.js');
const store = join(folder, 'store');
const pdf = join(folder, 'pack.pdf');
const release = 'November 2021 SEC Release';

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
run(process.execPath, [
  cli,
  '--store',
  store,
  'release',
  'import',
  inProject('build/sample/november-2021-sec-release.json'),
]);
run(process.execPath, [cli, '--store', store, 'pack', 'export', release, '--as-of', '2021-10-20', '--out', pdf]);
run('pdftoppm', ['-r', '96', '-png', pdf, join(folder, 'page')]);
run('pdftoppm', ['-r', '24', '-gray', '-png', pdf, join(folder, 'thumbnail')]);
rmSync(store, { recursive: true, force: true });
process.stdout.write(
  `${readdirSync(folder).filter((name) => name.endsWith('.png')).length} pictures in out/shots/pack/\n`,
);

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new PlainStop(`${command} did not work: ${done.error?.message ?? done.stderr}`);
}
