import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileDurably } from '../durableFile.ts';
import type { StorePaths } from '../storePaths.ts';

/** What was taken out for good: an item of evidence, the files it had, and why. It names no text. */
const orderSchema = z.object({
  evidence: z.string(),
  hashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  reason: z.string(),
});
export type PurgeOrder = z.output<typeof orderSchema>;

/** Beside the database, for an older one may take its place: a restored backup must not bring back what was taken out. */
const listOf = (paths: StorePaths) => join(paths.folder, 'purged.jsonl');

export function readPurged(paths: StorePaths): readonly PurgeOrder[] {
  if (!existsSync(listOf(paths))) return [];
  const lines = readFileSync(listOf(paths), 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (line === '') return [];
    const read = orderSchema.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });
}

/** Written durably before the database is changed: a purge that was begun is finished at the next opening. */
export function notePurged(paths: StorePaths, order: PurgeOrder): void {
  const all = [...readPurged(paths), order];
  writeFileDurably(listOf(paths), all.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
