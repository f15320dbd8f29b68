import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { StrictDisk } from './strictDisk.ts';

/** What a disk may fail to do, to show that the test would notice. */
export type Ignored = 'nothing' | 'folders' | 'files';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Tells a disk of every operation that this process does on files, and asks `before` each of them. Only what is asked for
 * through Node is seen; SQLite keeps its own files safe. Returns how to end it.
 */
export function recordDisk(disk: StrictDisk, ignored: Ignored, before: () => void): () => void {
  const undo: (() => void)[] = [];
  const paths = new Map<number, string>();
  let isOurs = false;
  /** What the disk and the judge do themselves is nobody's operation. */
  const aside = <T>(work: () => T): T => {
    const was = isOurs;
    isOurs = true;
    try {
      return work();
    } finally {
      isOurs = was;
    }
  };
  const replace = (owner: object, name: string, wrap: (real: Call, args: unknown[], self: unknown) => unknown) => {
    const functions = owner as Record<string, Call>;
    const real = functions[name] as Call;
    functions[name] = function (this: unknown, ...args: unknown[]) {
      return isOurs ? real.apply(this, args) : wrap(real, args, this);
    };
    undo.push(() => {
      functions[name] = real;
    });
  };
  const on = (name: string, told: (real: Call, args: string[], self: unknown) => unknown) =>
    replace(fs, name, (real, args, self) => {
      aside(before);
      return told(real, args as string[], self);
    });
  const fsync = (path: string | undefined) => {
    if (path === undefined) return;
    aside(() => {
      const isFolder = fs.statSync(path).isDirectory();
      if (ignored !== (isFolder ? 'folders' : 'files')) disk.fsync(path);
    });
  };
  replace(fs, 'openSync', (real, args, self) => {
    const handle = real.apply(self, args) as number;
    paths.set(handle, String(args[0]));
    return handle;
  });
  on('fsyncSync', (real, args, self) => {
    real.apply(self, args);
    fsync(paths.get(Number(args[0])));
  });
  on('renameSync', (real, args, self) => {
    const [from = '', to = ''] = args;
    const node = aside(() => {
      disk.willLose(to);
      return disk.find(from);
    });
    real.apply(self, args);
    aside(() => disk.moved(from, to, node));
  });
  on('linkSync', (real, args, self) => {
    const [from = '', to = ''] = args;
    const node = aside(() => disk.find(from));
    real.apply(self, args);
    aside(() => disk.linked(to, node));
  });
  for (const name of ['rmSync', 'unlinkSync'])
    on(name, (real, args, self) => {
      const [path = ''] = args;
      aside(() => disk.willLose(path));
      real.apply(self, args);
      aside(() => disk.lost(path));
    });
  for (const name of ['mkdirSync', 'copyFileSync', 'writeFileSync'])
    on(name, (real, args, self) => {
      const made = real.apply(self, args);
      aside(() => disk.find(String(name === 'copyFileSync' ? args[1] : args[0])));
      return made;
    });
  replace(fs.promises, 'open', async (real, args, self) => {
    const handle = (await real.apply(self, args)) as fs.promises.FileHandle;
    const sync = handle.sync.bind(handle);
    handle.sync = async () => {
      aside(before);
      await sync();
      fsync(String(args[0]));
    };
    return handle;
  });
  syncBuiltinESMExports();
  return () => {
    for (const each of undo) each();
    syncBuiltinESMExports();
  };
}
