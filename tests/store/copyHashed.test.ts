import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyHashed } from '../../electron/store/copyHashed.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { inFolder } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';

const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY, unreadable: false }));

// A disk that fills up and a drive that breaks, which no test machine has at hand.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const failure = (code: string) => Object.assign(new Error(`${code}: as the test wants it`), { code });
  return {
    ...real,
    open: async (path: string, flags: string) => {
      const handle = await real.open(path, flags);
      const { write, read } = handle;
      if (flags === 'wx') {
        handle.write = (async (...args: Parameters<typeof write>) => {
          disk.room -= (args[0] as unknown as Uint8Array).length;
          if (disk.room < 0) throw failure('ENOSPC');
          return await write.apply(handle, args);
        }) as typeof write;
      } else if (disk.unreadable) {
        handle.read = (async () => {
          throw failure('EIO');
        }) as unknown as typeof read;
      }
      return handle;
    },
  };
});

beforeEach(() => {
  disk.room = Number.POSITIVE_INFINITY;
  disk.unreadable = false;
});

describe('copying a file into the store', () => {
  it.each([1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3_500_000])(
    'copies %i bytes and hashes them',
    async (size) => {
      const folder = scratchFolder();
      const content = Buffer.from(Array.from({ length: size }, (_, at) => (at * 31) % 251));
      const totals: number[] = [];
      const source = inFolder(folder, 'source', content);
      const written = await copyHashed(source, join(folder, 'copy'), { onBytes: (total) => totals.push(total) });
      expect(written).toEqual({ sha256: createHash('sha256').update(content).digest('hex'), bytes: size });
      expect(readFileSync(join(folder, 'copy')).equals(content)).toBe(true);
      expect(totals.at(-1)).toBe(size);
    },
  );

  it('tells a full disk in one sentence and leaves nothing behind', async () => {
    const { refuse, kept, folder, add } = await evidenceStore();
    const path = inFolder(folder, 'large.bin', Buffer.alloc(5_000_000, 7));
    disk.room = 3_000_000;
    const error = await refuse(path);
    expect(error).toMatchObject({
      kind: 'storeFailed',
      message: expect.stringMatching(/^The disk that holds .* is full/),
    });
    expect(kept()).toEqual([]);
    disk.room = Number.POSITIVE_INFINITY;
    expect(await add(path)).toMatchObject({ reference: 'EV-001' });
  });

  it('blames the file, not the store, where the file cannot be read', async () => {
    const { refuse, kept, folder } = await evidenceStore();
    const path = inFolder(folder, 'stick.bin', Buffer.alloc(5_000_000, 7));
    disk.unreadable = true;
    expect((await refuse(path)).message).toMatch(/^stick\.bin could not be read from its disk; copy it/);
    expect(kept()).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });
});
