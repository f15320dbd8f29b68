import { readFileSync } from 'node:fs';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';

const file = new URL('./sample.release.json', import.meta.url);

/**
 * A rich release, invented from end to end and saying so: every section of the pack has something to show.
 * @param changes whole sections that the test states instead; of the release itself, single fields.
 */
export function sampleFacts(changes: FactsInput = {}): ReleaseFacts {
  const { format: _format, version: _version, release, ...sections } = JSON.parse(readFileSync(file, 'utf8'));
  return factsWith({ ...sections, ...changes, release: { ...release, ...changes.release } });
}
