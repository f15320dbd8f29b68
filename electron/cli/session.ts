import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultStoreFolder } from '../engine/defaultStoreFolder.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { nodeDisposable } from '../engine/nodeDisposable.ts';
import { actorOption } from './options.ts';
import { reportError, type Terminal } from './terminal.ts';

export interface GlobalOptions {
  readonly store?: string;
  readonly json?: boolean;
  readonly as?: string;
}

interface Needs {
  /** Whether the command begins a store where there is none. */
  readonly createsStore?: boolean;
  /** Whether the command only looks: where there is no store, it gets an empty one for as long as it runs. */
  readonly onlyLooks?: boolean;
}

/** One run of the CLI: opens the engine as the global options say, runs the command, closes it. */
export interface Session {
  readonly run: (needs: Needs, command: (terminal: Terminal, engine: Engine) => Promise<number>) => Promise<void>;
}

/** The built programs lie beside this one. */
const besideCli = (file: string) => fileURLToPath(new URL(`./${file}`, import.meta.url));

export function createSession(options: () => GlobalOptions, terminal: Terminal, appVersion: string): Session {
  return {
    run: async (needs, command) => {
      const { store, as } = options();
      const actor = actorOption(as);
      if (!actor.ok) {
        process.exitCode = reportError(terminal, actor.error);
        return;
      }
      const named = store === undefined ? defaultStoreFolder(process.platform, process.env) : resolve(store);
      const isBorrowed = needs.onlyLooks === true && !existsSync(join(named, 'store.sqlite'));
      const folder = isBorrowed ? mkdtempSync(join(tmpdir(), 'golive-')) : named;
      const engine = createEngine({
        folder,
        appVersion,
        createStore: isBorrowed || (needs.createsStore ?? false),
        actor: actor.value,
        runDisposable: nodeDisposable({
          documents: besideCli('render.js'),
          importers: besideCli('importers.js'),
          exchange: besideCli('bundles.js'),
        }),
        logBug: (id, error) =>
          process.stderr.write(`[${id}] ${error instanceof Error ? error.stack : String(error)}\n`),
      });
      try {
        process.exitCode = await command(terminal, engine);
        const moved = engine.moved();
        if (moved !== null) terminal.writeError(`${moved}\n`);
      } finally {
        engine.close();
        if (isBorrowed) rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
