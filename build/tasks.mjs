import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from './checks/checks.mjs';
import { explore } from './checks/explore.mjs';
import { runTests } from './checks/tests.mjs';
import { completeLock } from './completeLock.mjs';
import { makeDebuggable } from './package/debuggable.mjs';
import { givenPictures, usePictures } from './package/givenPictures.mjs';
import { makePackages } from './package/makePackages.mjs';
import { makeTwice } from './package/makeTwice.mjs';
import { inProject, nodeBinary, projectRoot } from './paths.mjs';
import { PlainStop } from './say.mjs';
import { projectEnv, runVisibly } from './spawn.mjs';
import { compile, electronVite, viteConfig } from './steps/compile.mjs';
import { ensurePackages, ensurePrograms } from './steps/debianPackages.mjs';
import { hasDisplay, startDisplay } from './steps/display.mjs';
import { resolveElectron } from './steps/electronRuntime.mjs';
import { placeNativeBinding } from './steps/nativeBinding.mjs';
import { prepareWindows } from './windows/prepareWindows.mjs';

/**
 * @typedef {{ say: import('./say.mjs').Say, args: readonly string[] }} Context
 * @typedef {(context: Context) => Promise<number>} Task resolves to the exit code
 */

/** Measured alone, and made first. */
const apart = ['--project=!bench', '--project=!package'];

/** The other arguments are electron-builder's. */
const WAYS_TO_PACKAGE = ['--check', '--e2e', '--twice'];

/** @type {Readonly<Record<string, Task>>} */
const TASKS = {
  demo: async ({ say, args }) => {
    await compile({ say });
    return runScript('build/demo.mjs', args);
  },
  golive: async ({ say, args }) => {
    await compile({ say });
    // File names are meant from where the command was typed; npm itself changes to the project's folder.
    return runScript('out/app/main/cli.js', args, {}, process.env.INIT_CWD);
  },
  build: async ({ say }) => {
    await compile({ say });
    return 0;
  },
  start: async (context) => {
    const { executable, args } = await prepareWindow(context);
    await compile(context);
    return runVisibly(executable, [...args, ...context.args]);
  },
  dev: async (context) => {
    const { executable, args } = await prepareWindow(context);
    const env = projectEnv({ ELECTRON_EXEC_PATH: executable });
    const sandbox = args.includes('--no-sandbox') ? ['--noSandbox'] : [];
    return runVisibly(nodeBinary, [electronVite, 'dev', '-c', viteConfig, '--watch', ...sandbox, ...context.args], {
      env,
    });
  },
  shots: async (context) => {
    if (context.args[0] === 'pack') {
      await ensurePrograms({ say: context.say, group: 'pdf' });
      await compile(context);
      return runScript('build/packShots.mjs', []);
    }
    const electron = await prepareElectron(context);
    await compile(context);
    return onDisplay(context, async (env) => {
      const shots = await runScript('build/shots.mjs', context.args, { ...env, ...electronEnv(electron) });
      return shots || takeGuidePictures(electron, env);
    });
  },
  guide: async (context) => {
    const electron = await prepareElectron(context);
    await compile(context);
    const taken = await onDisplay(context, (env) => takeGuidePictures(electron, env));
    return taken || runScript('out/app/main/cli.js', ['guide', '--out', inProject('out/user-guide.pdf')]);
  },
  explore: async (context) => {
    await compile(context);
    return explore(context.args);
  },
  fuzz: async (context) => {
    const [what = 'importers', ...args] = context.args;
    await compile(context);
    const script = inProject(`tests/fuzz/${what}.ts`);
    if (!existsSync(script)) throw new PlainStop(`There is nothing to fuzz called “${what}”.`);
    return runVisibly(nodeBinary, ['--import', inProject('tests/support/inlineFiles.mjs'), script, ...args]);
  },
  torture: async (context) => {
    await compile(context);
    return runVisibly(nodeBinary, [
      '--import',
      inProject('tests/support/inlineFiles.mjs'),
      inProject('tests/torture/torture.ts'),
    ]);
  },
  windows: async (context) => {
    const windows = await prepareWindows(context);
    if ('missing' in windows) {
      process.stdout.write(`Windows: skipped. ${windows.missing}\n`);
      return 0;
    }
    const script = inProject('tests/windows/windows.ts');
    const inline = inProject('tests/support/inlineFiles.mjs');
    return runVisibly(nodeBinary, ['--import', inline, script, JSON.stringify(windows), ...context.args]);
  },
  errors: async () => runScript('build/errors.mjs', []),
  notices: async ({ say }) => {
    await compile({ say });
    return runScript('build/notices.mjs', []);
  },
  'keep-store': async ({ say }) => {
    await compile({ say });
    return runScript('build/keepStore.mjs', []);
  },
  rulebook: async () => runScript('build/rulebook.mjs', []),
  mutate: async ({ args }) => runScript('build/mutate.mjs', args),
  package: async (context) => {
    const asked = new Set(context.args.filter((argument) => WAYS_TO_PACKAGE.includes(argument)));
    if (asked.has('--twice')) return makeTwice(context);
    const electron = await prepareElectron(context);
    await compile(context);
    // What is packaged has its pictures, in the help as in the PDF.
    const given = givenPictures();
    const taken = given ? usePictures(given) : await onDisplay(context, (env) => takeGuidePictures(electron, env));
    if (taken !== 0) return taken;
    const args = context.args.filter((argument) => !asked.has(argument));
    await makePackages({ say: context.say, electron, args });
    const counts = [];
    if (asked.has('--check')) {
      counts.push(await onDisplay(context, (env) => runTests({ args: ['--project=package'], env })));
    }
    if (asked.has('--e2e')) {
      const packaged = await packagedEnv(electron);
      counts.push(
        await onDisplay(context, (env) => runTests({ args: ['--project=e2e'], env: { ...env, ...packaged } })),
      );
    }
    return counts.length > 0 ? close(...counts) : 0;
  },
  ready: async (context) => {
    await ensurePrograms({ say: context.say, group: 'pdf' });
    const compiled = await tryToCompile(context);
    return close(compiled, await runChecks(), await runTests({ args: ['--project=!e2e', ...apart, ...context.args] }));
  },
  test: async (context) => {
    const electron = await prepareElectron(context);
    await ensurePrograms({ say: context.say, group: 'pdf' });
    // Where they cannot be installed the tests that need them say that they are skipped.
    if (process.getuid?.() === 0) await ensurePackages({ say: context.say, groups: ['room', 'filler'] });
    const compiled = await tryToCompile(context);
    const checks = await runChecks();
    const tests = await onDisplay(context, (env) =>
      runTests({ args: [...apart, ...context.args], env: { ...env, ...electronEnv(electron) } }),
    );
    return close(compiled, checks, tests);
  },
  // Alone, for what is measured beside other tests measures those.
  bench: async (context) => {
    const electron = await prepareElectron(context);
    const compiled = await tryToCompile(context);
    rmSync(inProject('out/bench'), { recursive: true, force: true });
    const tests = await onDisplay(context, (env) =>
      runTests({ args: ['--project=bench', ...context.args], env: { ...env, ...electronEnv(electron) } }),
    );
    const part = context.args.length > 0 ? ['--part'] : [];
    const missed = await runVisibly(nodeBinary, [inProject('tests/bench/printReport.ts'), ...part]);
    return close(compiled, tests, { passed: 0, failed: missed === 0 ? 0 : 1 });
  },
  lock: async ({ say }) => {
    say(`package-lock.json: ${completeLock(inProject('package-lock.json'))} entries for other platforms added.`);
    return 0;
  },
};

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {{ say: import('./say.mjs').Say }} options
 * @returns {Promise<number>} the exit code
 */
export async function runTask(name, args, { say }) {
  const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  if (!task) throw new PlainStop(`There is no task “${name}”. There are: ${Object.keys(TASKS).join(', ')}.`);
  return task({ say, args });
}

/**
 * @param {string} script relative to the project
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [cwd]
 */
async function runScript(script, args, env, cwd = projectRoot) {
  if (!existsSync(inProject(script))) throw new PlainStop(`${script} is missing.`);
  return runVisibly(nodeBinary, ['--enable-source-maps', inProject(script), ...args], { env: projectEnv(env), cwd });
}

/** @param {Context} context */
async function prepareElectron({ say }) {
  await ensurePackages({ say, groups: ['window'] });
  const electron = await resolveElectron({ say });
  await placeNativeBinding({ say, kind: electron.kind });
  return electron;
}

/** @param {Context} context */
async function prepareWindow(context) {
  if (!hasDisplay()) throw new PlainStop('There is no display here, so the window cannot open. Try: npm run demo');
  const electron = await prepareElectron(context);
  return { executable: electron.executable, args: launchArguments(electron) };
}

/**
 * The fallback finds the app in its own folder. Root cannot use Chromium's sandbox.
 *
 * @param {import('./steps/electronRuntime.mjs').ElectronRuntime} electron
 */
function launchArguments({ kind }) {
  return [
    ...(process.getuid?.() === 0 && process.platform === 'linux' ? ['--no-sandbox'] : []),
    ...(kind === 'fallback' ? [] : [projectRoot]),
  ];
}

/**
 * @param {import('./steps/electronRuntime.mjs').ElectronRuntime} electron
 * @param {NodeJS.ProcessEnv} env
 */
function takeGuidePictures(electron, env) {
  return runScript('build/guidePictures.mjs', [], { ...env, ...electronEnv(electron) });
}

/** @param {import('./steps/electronRuntime.mjs').ElectronRuntime} electron */
const electronEnv = (electron) => ({
  SEC_GOLIVE_ELECTRON: electron.executable,
  SEC_GOLIVE_ELECTRON_ARGS: JSON.stringify(launchArguments(electron)),
});

/** The packaged app finds itself. @param {import('./steps/electronRuntime.mjs').ElectronRuntime} electron */
async function packagedEnv(electron) {
  const executable = await makeDebuggable();
  const archive = path.join(path.dirname(executable), 'resources/app.asar');
  return { ...electronEnv({ ...electron, executable, kind: 'fallback' }), SEC_GOLIVE_ASAR: archive };
}

/**
 * @template T
 * @param {Context} context
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 */
async function onDisplay({ say }, work) {
  if (hasDisplay()) return work({});
  await ensurePackages({ say, groups: ['display'] });
  const { display, stop } = await startDisplay();
  try {
    return await work({ DISPLAY: display });
  } finally {
    stop();
  }
}

/**
 * Tests go on without a fresh build: what else is wrong shows in the same run.
 *
 * @param {Context} context
 */
async function tryToCompile(context) {
  try {
    await compile(context);
    return { passed: 0, failed: 0 };
  } catch (error) {
    if (!(error instanceof PlainStop)) throw error;
    process.stdout.write(`\n── build: FAILED\n${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * The last line, which other programs read.
 *
 * @param {...{ passed: number, failed: number, skipped?: number }} counts
 */
function close(...counts) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    counts.reduce((total, one) => total + (one[key] ?? 0), 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
  return sum('failed') > 0 ? 1 : 0;
}
