import { readdirSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { join } from 'node:path';
import { builtRoot } from './appRoots.ts';

/** What the app runs on, by name. */
export function versionsHere(): Readonly<Record<string, string>> {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return { Electron: electron, Chromium: chrome, Node: node, System: `${platform()} ${arch()} ${release()}` };
}

/** The names of the app's own files of code, as they stand in the lines of its log. */
export function ownFiles(): ReadonlySet<string> {
  const names = readdirSync(join(builtRoot, 'main'), { recursive: true, encoding: 'utf8' });
  return new Set(names.map((name) => name.split(/[\\/]/).at(-1) ?? name).filter((name) => /\.[cm]?js$/.test(name)));
}
