import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { planEvidence } from '../../electron/documents/evidencePlan.ts';
import { loadFaces } from '../../electron/documents/fonts/faces.ts';
import { withFirstPages } from '../../electron/documents/pictures/drawFirstPages.ts';
import { fittingModels, renderPack } from '../../electron/documents/renderPack.ts';
import { sealPack } from '../../electron/documents/sealPack.ts';
import type { PackModel } from '../../shared/domain/pack/blocks.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { packSnapshotOf, writeEvidence } from './fixtures.ts';
import { largeFacts } from './largeFacts.ts';
import { quiet, succeeded } from './packs.ts';
import { openFile } from './readStructure.ts';
import { sampleFacts } from './sampleFacts.ts';

/** Packs of every shape: with all there is, of many pages, of nothing, and of text that is hard to print. */
export const shapes: readonly (readonly [string, () => ReleaseFacts])[] = [
  ['a rich release', () => sampleFacts({ release: { name: 'June & <July> “2026” "SEC" 発 Release' } })],
  ['a release of many pages', () => largeFacts(60)],
  ['an empty release', () => largeFacts(0)],
  ['odd text', () => oddFacts()],
];

function oddFacts(): ReleaseFacts {
  return sampleFacts({
    // So many that the decision page counts the rest, in a row with empty cells.
    conditions: Array.from({ length: 30 }, () => ({ text: 'Issues are fixed and retested.', owner: 'DCC' })),
    criteria: [
      {
        reference: 'AC-01',
        rationale: 'A word of Greek, Καλημέρα κόσμε, a sign, Δ or μs, and Привет besides.',
        text: `Smile 😀, tick ✅, half ◐, lost \ufffd.\n${'Forty paragraphs. '.repeat(60)}\n\nEnd.`,
        bodies: ['TAG'],
      },
      { reference: 'AC/(2) & <b>', text: 'abcdefghij'.repeat(900), rationale: 'One long line. '.repeat(3000) },
    ],
  });
}

export interface StructuredPack {
  readonly file: string;
  readonly content: Uint8Array;
  readonly document: PDFDocument;
  /** What the file was drawn from. */
  readonly model: PackModel;
}

/** Renders facts as the app does, and keeps the model beside the file. */
export async function structuredPack(folder: string, name: string, facts: ReleaseFacts): Promise<StructuredPack> {
  const file = join(folder, `${name.replace(/ /g, '-')}.pdf`);
  const prepared = writeEvidence(facts, `${file}.evidence`);
  const snapshot = packSnapshotOf(prepared.facts);
  const plan = await withFirstPages(snapshot, planEvidence(snapshot, prepared.sources));
  const [model] = fittingModels(snapshot, sealPack(snapshot, plan), loadFaces());
  if (!model) throw new Error('no decision page of it is one page');
  succeeded(await renderPack(snapshot, plan, file, quiet));
  const content = new Uint8Array(readFileSync(file));
  return { file, content, document: await openFile(content), model };
}
