import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readAttachments } from '../../electron/documents/read/readAttachments.ts';
import type { VerifiedPack } from '../../electron/documents/tasks.ts';
import { verifyPack } from '../../electron/documents/verifyPack.ts';
import { testVersion } from '../documents/fixtures.ts';
import { makePack } from '../documents/makePack.ts';
import { factsWith } from '../fixtures/facts.ts';
import { mutate, randomFrom } from './mutate.ts';

/** Rendering anew takes most of the time, so only every so many files are compared to the byte. */
const RENDERED = 25;

export interface FuzzSummary {
  readonly runs: number;
  /** Files whose bytes were changed anywhere, and packs in which one named part was. */
  readonly broken: number;
  readonly named: number;
  /** The run that took longest, of those whose pages were not rendered anew; the command judges it, no test does. */
  readonly slowest: { readonly run: string; readonly ms: number };
  readonly faults: readonly string[];
}

/** Every kind of part that a changed pack must be told by; the change keeps the file a sound PDF. */
const edits: readonly (readonly [part: string, attachment: string, change: (text: string) => string])[] = [
  ['criterion:AC-01', 'snapshot.json', (text) => text.replace('Testing has ended.', 'Testing has begun.')],
  ['view:TAG/AC-01', 'snapshot.json', (text) => text.replace('"Yes."', '"No."')],
  ['evidence:EV-001@1', 'EV-001@1 report.pdf', (text) => text.replace('Content', 'content')],
  ['evidence:EV-002@1', 'EV-002@1 table.csv', (text) => `${text};`],
  ['snapshot', 'snapshot.json', (text) => text.replace('{', '{ ')],
  ['manifest', 'manifest.json', (text) => text.replace('{', '{ ')],
];

const facts = factsWith({
  criteria: [{ reference: 'AC-01', text: 'Testing has ended.', bodies: ['TAG'], selfStatus: 'met' }],
  evidence: [
    { reference: 'EV-001', title: 'Report', criteria: ['AC-01'], status: 'accepted', file: 'report.pdf' },
    { reference: 'EV-002', title: 'Table', criteria: ['AC-01'], status: 'accepted', file: 'table.csv' },
  ],
  views: [{ body: 'TAG', criterion: 'AC-01', position: 'supports', on: '2026-04-01', wording: 'Yes.' }],
});

/**
 * Verifies `count` changed copies of a small pack. Verification must never throw or hang, never call a file sound that
 * was compared to the byte, and name the part where a whole part was exchanged.
 */
export async function fuzzPacks(count: number, seed: number, onRun: () => void = () => {}): Promise<FuzzSummary> {
  const folder = mkdtempSync(join(tmpdir(), 'sec-golive-fuzz-'));
  const faults: string[] = [];
  let named = 0;
  let slowest = { run: '', ms: 0 };
  try {
    const contentOf = (key: string) => Buffer.from(`Content of ${key} `.repeat(100));
    const bytes = readFileSync((await makePack(folder, 'small', facts, { contentOf })).file);
    for (let run = 0; run < count && faults.length < 10; run += 1) {
      onRun();
      const random = randomFrom(seed * 1_000_003 + run);
      const edit = run % 5 === 0 ? edits[(run / 5) % edits.length] : undefined;
      const changed = edit ? await exchanged(bytes, edit[1], edit[2]) : mutate(bytes, random);
      const same = changed.equals(bytes);
      const rendered = !edit && run % RENDERED === 1;
      const start = performance.now();
      const outcome = await verifyOnce(folder, changed, rendered ? undefined : 'other').catch(
        (error) => `threw ${error}`,
      );
      const took = performance.now() - start;
      if (!rendered && took > slowest.ms) slowest = { run: `run ${run}`, ms: took };
      const fault = faultOf(outcome, edit?.[0] ?? null, rendered && !same);
      if (fault !== null) faults.push(`run ${run}: ${fault}`);
      if (edit && fault === null) named += 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { runs: count, broken: count - Math.ceil(count / 5), named, slowest, faults };
}

function faultOf(outcome: VerifiedPack | string, part: string | null, mustFail: boolean): string | null {
  if (typeof outcome === 'string') return outcome;
  const { ok, problems } = outcome;
  if (ok !== (problems.length === 0)) return 'its verdict and its problems disagree';
  const unfinished = problems.find((one) => !/[.!?]$/.test(one.sentence.trim()) || one.part === '');
  if (unfinished) return `says “${unfinished.sentence}” of “${unfinished.part}”`;
  if (mustFail && ok) return 'a changed byte was not found';
  if (part !== null && !problems.some((one) => one.part === part))
    return `${part} was changed, and ${problems.map((one) => one.part).join(', ') || 'nothing'} was named`;
  return null;
}

async function verifyOnce(
  folder: string,
  content: Uint8Array,
  renderer: string | undefined,
): Promise<VerifiedPack | string> {
  const file = join(folder, 'changed.pdf');
  writeFileSync(file, content);
  const work = mkdtempSync(join(folder, 'work-'));
  try {
    const other = renderer === undefined ? {} : { renderer };
    const verified = await verifyPack({ file, work, appVersion: testVersion, ...other }, () => undefined);
    return verified.ok ? verified.value : `refused: ${verified.error.message}`;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The same pack with one attachment changed, saved by another program. */
async function exchanged(bytes: Buffer, name: string, change: (text: string) => string): Promise<Buffer> {
  const { attachments } = await readAttachments(bytes);
  const document = await PDFDocument.create();
  document.addPage();
  for (const one of attachments) {
    if (!one.ok) continue;
    const content = one.name === name ? Buffer.from(change(Buffer.from(one.content).toString())) : one.content;
    await document.attach(content, one.name);
  }
  return Buffer.from(await document.save());
}
