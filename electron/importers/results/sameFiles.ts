import { createHash } from 'node:crypto';
import type { Bytes } from '../files/bytes.ts';

/**
 * The files that are the same, byte for byte, as one before them: a copy that lies beside its original counts every test
 * twice, and only the person knows whether it is one. Files of a size of their own are not read for it.
 */
export async function sameFiles(files: readonly Bytes[]): Promise<readonly string[]> {
  const sizes = new Map<number, number>();
  for (const { size } of files) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  const seen = new Set<string>();
  const same: string[] = [];
  for (const file of files) {
    if ((sizes.get(file.size) ?? 0) < 2) continue;
    const hash = createHash('sha256');
    for await (const chunk of file.read()) hash.update(chunk);
    const digest = hash.digest('hex');
    if (seen.has(digest)) same.push(file.shown);
    seen.add(digest);
  }
  return same;
}
