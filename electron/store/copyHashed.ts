import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder, type WrittenFile } from './durableFile.ts';

/** One read, one hash update, one write: small enough to report progress, large enough that calls cost nothing. */
const chunkBytes = 1024 * 1024;

/** Each time that so much more was written, it is sent to the disk, so that the end need not wait for all of it. */
const flushBytes = 64 * chunkBytes;

export interface CopyOptions {
  /** Hears the running total. */
  readonly onBytes?: ((total: number) => void) | undefined;
  /** Ends the copy with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
}

/** The source could not be copied truly: it changed under our hands, or cannot be read. Never a fault of the store. */
export class SourceFault extends Error {
  readonly kind: 'changed' | 'unreadable';

  constructor(kind: SourceFault['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/**
 * Copies a file to `temporary` and fsyncs it, hashing on the way. A chunk is read and hashed while the one before it is
 * written, and what was written goes on to the disk meanwhile, so that the copy takes about as long as the slowest of
 * these. What changed meanwhile is refused, for its hash would be that of a file that never was.
 */
export async function copyHashed(source: string, temporary: string, options: CopyOptions = {}): Promise<WrittenFile> {
  makeFolder(dirname(temporary));
  const from = await reading(() => open(source, 'r'));
  try {
    const before = await from.stat({ bigint: true });
    const to = await open(temporary, 'wx', 0o600);
    try {
      const written = await pump(from, to, Number(before.size), options);
      const [after, atPath] = await reading(() =>
        Promise.all([from.stat({ bigint: true }), stat(source, { bigint: true })]),
      );
      const isSame = [after, atPath].every(
        ({ size, mtimeNs, ino }) => size === before.size && mtimeNs === before.mtimeNs && ino === before.ino,
      );
      if (!isSame || BigInt(written.bytes) !== before.size) throw new SourceFault('changed', `${source} was changed`);
      await to.sync();
      return written;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Two buffers take turns. Reading stops one byte behind the expected end: a file that grows is not followed. */
async function pump(
  from: FileHandle,
  to: FileHandle,
  size: number,
  { onBytes, signal }: CopyOptions,
): Promise<WrittenFile> {
  const length = Math.min(chunkBytes, size + 1);
  const buffers = [takeBuffer(length), takeBuffer(length)] as const;
  const hash = createHash('sha256');
  let writing: Promise<void> = Promise.resolve();
  let flushing: Promise<void> = Promise.resolve();
  let [bytes, flushed] = [0, 0];
  try {
    for (let turn = 0; bytes <= size; turn += 1) {
      signal?.throwIfAborted();
      const buffer = buffers[turn % 2] as Buffer;
      const { bytesRead } = await reading(() => from.read(buffer, 0, length, null));
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      await writing;
      if (bytes - flushed >= flushBytes) {
        await flushing;
        flushing = to.datasync();
        flushing.catch(() => undefined);
        flushed = bytes;
      }
      writing = writeAll(to, chunk);
      // Told now, asked later: a failing write must not count as unhandled while we hash.
      writing.catch(() => undefined);
      hash.update(chunk);
      bytes += bytesRead;
      onBytes?.(bytes);
    }
  } finally {
    await Promise.allSettled([writing, flushing]);
    giveBack(buffers);
  }
  await Promise.all([writing, flushing]);
  return { sha256: hash.digest('hex'), bytes };
}

/** Buffers that nobody uses: making them anew for each of many files costs the collector of garbage more than the files. */
const spare: Buffer[] = [];
const mostSpare = 6;

function takeBuffer(length: number): Buffer {
  return (length === chunkBytes ? spare.pop() : undefined) ?? Buffer.allocUnsafe(length);
}

function giveBack(buffers: readonly Buffer[]): void {
  for (const buffer of buffers) if (buffer.length === chunkBytes && spare.length < mostSpare) spare.push(buffer);
}

async function writeAll(to: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.length) written += (await to.write(chunk, written)).bytesWritten;
}

async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new SourceFault('unreadable', error instanceof Error ? error.message : String(error), error);
  }
}
