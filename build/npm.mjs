import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './paths.mjs';
import { runOrStop } from './spawn.mjs';

/** What an outer `npm run` leaves behind that would change what an inner npm does. Proxies, caches and such stay. */
const LEFTOVERS =
  /^npm_(package_|lifecycle_|command$|config_(loglevel|silent|json|local_prefix|global|location|dry_run|ignore_scripts|omit|only|production|workspaces?|include_workspace_root)$)/i;

/**
 * Runs the host's own npm with the host's own Node, never the project's: `npm ci` deletes node_modules, and with it
 * the Node that may be running this.
 *
 * @param {string} purpose begins the sentence "… failed"
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<string>} what npm printed
 */
export async function npm(purpose, args, { cwd = projectRoot } = {}) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  if (cli?.endsWith('.js') && existsSync(cli) && node && existsSync(node) && !isOfProject(node)) {
    return runOrStop(purpose, node, [cli, ...args], { cwd, env: hostEnv() });
  }
  if (process.platform === 'win32') {
    return runOrStop(purpose, 'cmd.exe', ['/d', '/c', 'npm', ...args], { cwd, env: hostEnv() });
  }
  return runOrStop(purpose, 'npm', args, { cwd, env: hostEnv() });
}

/** @returns {NodeJS.ProcessEnv} */
function hostEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !LEFTOVERS.test(name));
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !isOfProject(folder));
  return { ...Object.fromEntries(kept), PATH: folders.join(path.delimiter) };
}

/** @param {string} where */
const isOfProject = (where) => where.startsWith(path.join(projectRoot, 'node_modules') + path.sep);
