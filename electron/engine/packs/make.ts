import { rmSync } from 'node:fs';
import type { Result } from '../../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { companionOf } from '../../documents/companion/companionName.ts';
import type { EvidenceSource, ExportedPack, ExportPackInput } from '../../documents/tasks.ts';
import { hashFile } from '../../store/attachments.ts';
import { publishFile, temporaryBeside } from '../../store/durableFile.ts';
import type { EngineContext } from '../context.ts';
import { runTask } from '../runTask.ts';

/** A file that was made beside its place and is not there yet. */
export interface MadeFile extends ExportedPack {
  /** Where it lies until it is published. */
  readonly path: string;
  readonly sha256: string;
  /** Puts it, and its companion where it has one, in its place. */
  readonly publish: () => void;
}

/**
 * Snapshot → pages → temporary file, handed to `use` with its hash: what must be registered is registered there, before
 * the file is published. Whatever is left afterwards is taken away.
 */
export async function makeFile<T>(
  context: EngineContext,
  order: {
    readonly snapshot: PackSnapshot;
    readonly evidence: readonly EvidenceSource[];
    readonly out: string;
    readonly toLookAt?: boolean;
  },
  use: (made: MadeFile) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { snapshot, evidence, out, toLookAt = false } = order;
  const [path, companion] = [temporaryBeside(out), temporaryBeside(out)];
  try {
    const job: ExportPackInput = { snapshot, evidence, out: path, companion, toLookAt };
    const rendered = await runTask(context, 'documents', 'exportPack', job, toLookAt);
    if (!rendered.ok) return rendered;
    const publish = () => {
      if (rendered.value.companion) publishFile(companion, companionOf(out));
      publishFile(path, out);
    };
    return await use({ ...rendered.value, path, sha256: await hashFile(path), publish });
  } finally {
    rmSync(path, { force: true });
    rmSync(companion, { force: true });
  }
}
