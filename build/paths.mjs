import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, wherever the command was typed. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** @param {...string} parts */
export const inProject = (...parts) => path.join(projectRoot, ...parts);

export const binFolder = inProject('node_modules', '.bin');

/** The Node of the npm package `node`: the one that runs everything after the install step, whatever the host has. */
export const nodeBinary =
  process.platform === 'win32'
    ? inProject('node_modules', 'node', 'bin', 'node.exe')
    : inProject('node_modules', '.bin', 'node');

/** Where big downloads and compiled parts are kept, outside the tree, shared by all clones. */
export function cacheFolder() {
  if (process.env.SEC_GOLIVE_CACHE) return path.resolve(process.env.SEC_GOLIVE_CACHE);
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'sec-golive');
}
