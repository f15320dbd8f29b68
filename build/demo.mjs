/**
 * `npm run demo`: the main job on real input, from nothing to a verified pack, through the same CLI that people use.
 * Runs under the project's own Node; `build/run.mjs` has installed and built everything before.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject, projectRoot } from './paths.mjs';
import { hasDisplay } from './steps/display.mjs';

const RELEASE = 'November 2021 SEC Release';
const AS_OF = '2021-10-20';
const folder = inProject('out/demo');
const store = join(folder, 'store');
const pack = join(folder, 'november-2021-sec-release-pack.pdf');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

say('');
say('1. Importing the November 2021 SEC Release (public facts; what is marked “Illustrative” is invented)');
const imported = golive('release', 'import', inProject('build/sample/november-2021-sec-release.json'));
say(`   ${imported.records} records and ${imported.files} evidence files into ${fromRoot(store)}`);

say('2. Computing readiness as of 20 October 2021, fifteen days before Go-Live');
const { summary, findings } = golive('readiness', RELEASE, '--as-of', AS_OF);
say(
  `   ${summary.blockers} ${summary.blockers === 1 ? 'blocker' : 'blockers'} · ${summary.warnings} warnings · ${summary.advice} advice · ${summary.cannotTell} cannot tell`,
);
for (const { outcome, sentence } of findings) if (outcome === 'notMet') say(`   ✕ ${sentence}`);

say('3. Making the pack');
const exported = golive('pack', 'export', RELEASE, '--as-of', AS_OF, '--out', pack);
say(`   ${exported.pages} pages, SHA-256 ${exported.sha256}`);

say('4. Verifying it: every part against its manifest, and every byte against a second rendering');
const verified = golive('pack', 'verify', pack);
say(verified.ok && verified.pages === 'checked' ? '   ✓ nothing differs' : '   ✕ it differs');

say('');
say(`The pack: ${fromRoot(pack)}`);
if (hasDisplay()) say(`The window on this store: npm start -- --store ${fromRoot(store)}`);
else say('There is no display here; on one, “npm start -- --store out/demo/store” opens the window on this store.');
process.exitCode = verified.ok && verified.pages === 'checked' ? 0 : 1;

/**
 * One CLI command with `--json`; a failing one ends the demo with its own sentence.
 * @param {...string} args
 */
function golive(...args) {
  const command = [
    '--enable-source-maps',
    inProject('out/app/main/cli.js'),
    '--store',
    store,
    '--as',
    'Demo, SECAS',
    '--json',
    ...args,
  ];
  const run = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 });
  if (run.status !== 0) {
    process.stderr.write(run.stderr || run.stdout);
    process.exit(run.status ?? 1);
  }
  return JSON.parse(run.stdout);
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}

/** @param {string} path */
function fromRoot(path) {
  return relative(projectRoot, path);
}
