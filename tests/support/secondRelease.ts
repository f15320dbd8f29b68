import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFile } from './engine.ts';

/** A release file of the sample's slot, its criteria and views under another name, without its evidence. */
export function secondReleaseFile(folder: string, name: string): string {
  const sample = JSON.parse(readFileSync(sampleFile, 'utf8'));
  const file = join(folder, 'second.json');
  writeFileSync(
    file,
    JSON.stringify({ ...sample, release: { ...sample.release, name }, evidence: [], testPhases: [] }),
  );
  return file;
}
