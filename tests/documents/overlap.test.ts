import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { factsWith } from '../fixtures/facts.ts';
import { markedFacts } from './markedFacts.ts';
import { makePack, scratchFolder } from './packs.ts';
import { sampleFacts } from './sampleFacts.ts';
import { type Box, boxesOf } from './textBoxes.ts';

const folder = scratchFolder();
const cases = fileURLToPath(new URL('./cases', import.meta.url));

/** A full stop moves under a seven; in ems. */
const KERNING = 0.3;

/** Pairs that lie over each other by more than kerning and rounding explain. */
function overlapping(boxes: readonly Box[]): readonly string[] {
  const found: string[] = [];
  const inOrder = [...boxes].sort((one, other) => one.page - other.page || one.left - other.left);
  for (const [at, one] of inOrder.entries())
    for (const other of inOrder.slice(at + 1)) {
      if (other.page !== one.page || other.left > one.right - KERNING * one.size) break;
      if (Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > 1)
        found.push(`page ${one.page}: “${one.text}” and “${other.text}”`);
    }
  return found;
}

/** Words of every width, and one that no line holds. */
const veryLong = `${'The exit criteria of the last phase, WWWWWWWWWWWWWWWWWWWWWWWW, as agreed. '.repeat(5)}${'x'.repeat(150)}`;
const long = 'TAD v2.0 section 7.1, exit criteria of the last phase, as agreed';
const manyFacts: readonly (readonly [string, ReleaseFacts])[] = [
  ['the sample', sampleFacts()],
  ...readdirSync(cases).map((name) => {
    const { format, version, ...facts } = JSON.parse(readFileSync(`${cases}/${name}`, 'utf8'));
    return [name, releaseFactsSchema.parse(facts)] as const;
  }),
  ['very long texts', markedFacts(veryLong, 2).facts],
  ['very long words', markedFacts('W'.repeat(40), 3, 1).facts],
  [
    'many phases, bodies and severities under long names',
    factsWith({
      release: { name: 'June 2026 SEC Release' },
      criteria: Array.from({ length: 8 }, (_, index) => ({
        reference: `AC-${index}-${'long'.repeat(8)}`,
        text: long,
        owner: 'DCC',
        bodies: ['TAG', 'OPSG', 'SMKI PMA', 'Technical Architecture Sub-Committee', 'SSC'],
        selfStatus: 'met',
      })),
      testPhases: Array.from({ length: 6 }, (_, index) => ({
        name: `Phase ${index} ${long}`,
        region: 'Central and South',
        plannedStart: '2026-01-05',
        plannedEnd: '2026-03-05',
        planned: 1_000_000,
        passed: 999_999,
      })),
      issueThresholds: Array.from({ length: 5 }, (_, index) => ({
        phase: `Phase ${index} ${long}`,
        severity: index + 1,
        maximumOpen: 10_000,
        source: `${long} ${index}`,
        criterion: 'AC-0',
      })),
      testIssues: Array.from({ length: 5 }, (_, index) => ({
        reference: `TI-${index}`,
        severity: index + 1,
        open: true,
        phase: 'UIT',
      })),
    }),
  ],
];

describe('no two texts lie over each other', () => {
  it.each(manyFacts)('in the pack of %s', async (name, facts) => {
    const { file } = await makePack(folder, name.replaceAll(/\W/g, '-'), facts);
    const boxes = await boxesOf(file);
    expect(boxes.length).toBeGreaterThan(200);
    expect(overlapping(boxes)).toEqual([]);
  });
});
