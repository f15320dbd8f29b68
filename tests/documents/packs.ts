import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { exportPack } from '../../electron/documents/exportPack.ts';
import type { ExportedPack, VerifiedPack } from '../../electron/documents/tasks.ts';
import { verifyPack } from '../../electron/documents/verifyPack.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { PackIdentity } from '../../shared/domain/pack/packIdentity.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { packSnapshotOf, testVersion, writeEvidence } from './fixtures.ts';

export const quiet = (): void => undefined;

/** A folder of this test file, gone when it ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sec-golive-documents-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface MadePack extends ExportedPack {
  readonly file: string;
}

interface MakeOptions {
  readonly asOf?: string;
  readonly identity?: Partial<PackIdentity>;
  readonly contentOf?: (key: string) => Uint8Array;
}

/** Exports facts as a pack, with a file for each evidence item that names one. @throws where the export fails. */
export async function makePack(
  folder: string,
  name: string,
  facts: ReleaseFacts,
  options: MakeOptions = {},
): Promise<MadePack> {
  const file = join(folder, `${name}.pdf`);
  const prepared = writeEvidence(facts, join(folder, `${name}.evidence`), options.contentOf);
  const snapshot = packSnapshotOf(prepared.facts, options.asOf, options.identity);
  const exported = succeeded(await exportPack({ snapshot, evidence: prepared.sources, out: file }, quiet));
  return { ...exported, file };
}

export async function verify(file: string, appVersion = testVersion): Promise<VerifiedPack> {
  const work = mkdtempSync(join(tmpdir(), 'sec-golive-verify-'));
  mkdirSync(work, { recursive: true });
  try {
    return succeeded(await verifyPack({ file, work, appVersion }, quiet));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export function succeeded<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.kind}: ${result.error.message}`);
}
