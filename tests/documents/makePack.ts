import { join } from 'node:path';
import { exportPack } from '../../electron/documents/exportPack.ts';
import type { ExportedPack } from '../../electron/documents/tasks.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { PackIdentity } from '../../shared/domain/pack/packIdentity.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { packSnapshotOf, writeEvidence } from './fixtures.ts';

export interface MadePack extends ExportedPack {
  readonly file: string;
}

interface MakeOptions {
  readonly asOf?: string;
  readonly identity?: Partial<PackIdentity>;
  readonly contentOf?: (key: string) => Uint8Array;
}

export const quiet = (): void => undefined;

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

export function succeeded<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.kind}: ${result.error.message}`);
}
