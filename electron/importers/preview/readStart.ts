import { open } from 'node:fs/promises';

/** The first bytes of a file, and whether there are more. */
export async function readStart(
  path: string,
  mostBytes: number,
): Promise<{ readonly bytes: Buffer; readonly truncated: boolean }> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, mostBytes));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return { bytes: buffer.subarray(0, bytesRead), truncated: size > bytesRead };
  } finally {
    await handle.close();
  }
}
