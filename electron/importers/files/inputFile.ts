import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { refuse } from '../refusal.ts';

/** A file being read: always through the one handle, so that all passes see the same file. */
export interface InputFile {
  readonly path: string;
  /** Its name as sentences may show it. */
  readonly shown: string;
  readonly size: number;
  readonly handle: FileHandle;
  /** @throws a refusal if the file was changed or replaced since it was opened */
  readonly mustBeUnchanged: () => Promise<void>;
}

/** Non-blocking, for opening a pipe that nobody writes to would wait for ever. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens what the user chose. The caller closes the handle. */
export async function openInput(path: string, shown: string): Promise<InputFile> {
  // A path with a NUL byte names no file; Node would throw a bug's error over it.
  if (path === '' || path.includes('\0')) refuse(`“${shown}” is not a file name; choose the file again.`);
  const handle = await open(path, READ);
  try {
    const before = await handle.stat({ bigint: true });
    if (before.isDirectory()) refuse(`“${shown}” is a folder; choose a file in it.`);
    if (!before.isFile()) refuse(`“${shown}” is not a file; choose a spreadsheet, a CSV file or test results.`);
    if (before.size === 0n) refuse(`“${shown}” is empty: it holds 0 bytes. Choose the file again, or export it anew.`);
    return {
      path,
      shown,
      size: Number(before.size),
      handle,
      async mustBeUnchanged() {
        const now = [await handle.stat({ bigint: true }), await stat(path, { bigint: true })];
        const same = now.every(
          ({ size, mtimeNs, ino }) => size === before.size && mtimeNs === before.mtimeNs && ino === before.ino,
        );
        if (!same) refuse(`“${shown}” was changed while it was read; close it in other programs and import it again.`);
      },
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

const CHUNK = 256 * 1024;

/** The bytes of the file from `start`, in chunks that each stay valid after the next one is read. */
export async function* readBytes(file: InputFile, start = 0, end = file.size): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, end - at));
    const { bytesRead } = await file.handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
