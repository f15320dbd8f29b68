import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPages } from '../../electron/documents/check/wordsOut.ts';
import { exportPack } from '../../electron/documents/exportPack.ts';
import { readAttachments } from '../../electron/documents/read/readAttachments.ts';
import type { PackIdentity } from '../../shared/domain/pack/packIdentity.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { packSnapshotOf, writeEvidence } from './fixtures.ts';
import { quiet, succeeded } from './packs.ts';

export const someHash = '4f1c9a07'.repeat(8);

/** Facts with written evidence as the snapshot that `shape` makes of it, exported to a file. */
export async function makeOther(
  folder: string,
  name: string,
  facts: ReleaseFacts,
  shape: (whole: PackSnapshot) => PackSnapshot,
  identity: Partial<PackIdentity> = {},
  contentOf?: (key: string, name: string) => Uint8Array,
) {
  const file = join(folder, `${name}.pdf`);
  const prepared = writeEvidence(facts, join(folder, `${name}.evidence`), contentOf);
  const whole = packSnapshotOf(prepared.facts, '2026-05-01', identity);
  const snapshot = shape(whole);
  const made = succeeded(await exportPack({ snapshot, evidence: prepared.sources, out: file }, quiet));
  return { file, whole, snapshot, made };
}

/** The attachments by name; each must be readable. */
export async function attachmentsOf(file: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { attachments, problems } = await readAttachments(new Uint8Array(readFileSync(file)));
  if (problems.length > 0) throw new Error(problems.join(' '));
  return new Map(attachments.map((one) => [one.name, one.ok ? one.content : new Uint8Array(0)]));
}

export async function textOf(file: string): Promise<readonly string[]> {
  return readPages(new Uint8Array(readFileSync(file)));
}
