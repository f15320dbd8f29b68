import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceSource } from '../../electron/documents/tasks.ts';
import type { PackIdentity } from '../../shared/domain/pack/packIdentity.ts';
import {
  type PackSnapshot,
  packSnapshotSchema,
  snapshotFormat,
  snapshotVersion,
} from '../../shared/domain/pack/packSnapshot.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { type SnapshotOptions, snapshotOf } from '../fixtures/facts.ts';
import { pdfDrawing } from './drawnPdfs.ts';

export const testVersion = '0.0.0-test';

/** A pack's snapshot of the facts, judged by the real rulebook. */
export function packSnapshotOf(
  facts: ReleaseFacts,
  asOf = '2026-05-01',
  identity: Partial<PackIdentity> = {},
  options: SnapshotOptions = {},
): PackSnapshot {
  const snapshot = snapshotOf(facts, asOf, { ...options, final: identity.final ?? false });
  const { slot, name } = facts.release;
  return packSnapshotSchema.parse({
    format: snapshotFormat,
    version: snapshotVersion,
    identity: {
      reference: `SEC-GL ${slot ?? name} · ${identity.number ?? 'draft'}`,
      final: false,
      number: null,
      edition: 'full',
      meeting: facts.submissions[0]?.meeting ?? null,
      acceptedBlockers: null,
      appVersion: testVersion,
      ...identity,
    },
    ...snapshot,
    readiness: computeReadiness(snapshot),
  });
}

export interface PreparedEvidence {
  readonly facts: ReleaseFacts;
  readonly sources: readonly EvidenceSource[];
}

/** Writes a file for each evidence item that names one, and gives the facts its hash and size, as the store does. */
export function writeEvidence(
  facts: ReleaseFacts,
  folder: string,
  contentOf: (key: string, name: string) => Uint8Array = defaultContent,
): PreparedEvidence {
  mkdirSync(folder, { recursive: true });
  const sources: EvidenceSource[] = [];
  const evidence = facts.evidence.map((item, index) => {
    if (item.file === null) return item;
    const key = evidenceKey(item);
    const content = contentOf(key, item.file);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const path = join(folder, `file-${index}`);
    writeFileSync(path, content);
    if (item.withheld !== true)
      sources.push({ key, name: item.file, path, sha256, bytes: content.length, mediaType: mediaTypeOf(item.file) });
    return { ...item, sha256, bytes: content.length };
  });
  return { facts: { ...facts, evidence }, sources };
}

function defaultContent(key: string, name: string): Uint8Array {
  if (name.endsWith('.pdf')) return pdfDrawing(`BT /F1 24 Tf 40 760 Td (${key}) Tj ET`);
  return Buffer.from(`Illustrative content of ${key}\n${`${key};1;2;3;passed\n`.repeat(200)}`);
}

function mediaTypeOf(name: string): string {
  if (name.endsWith('.pdf')) return 'application/pdf';
  if (name.endsWith('.png')) return 'image/png';
  if (name.endsWith('.jpg')) return 'image/jpeg';
  return name.endsWith('.csv') ? 'text/csv' : 'text/plain';
}
