import { statSync } from 'node:fs';
import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import type { EvidenceSource } from '../../documents/tasks.ts';
import { putFile } from '../../store/attachments.ts';
import type { Store } from '../../store/openStore.ts';
import { type ChangeSet, noteEvent } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { transact } from '../transact.ts';
import { makeFile } from './make.ts';
import type { Register } from './registers.ts';

/** What is to be issued: a file made from this snapshot, and where it is registered. */
interface IssueOrder {
  readonly releaseId: string;
  readonly snapshot: PackSnapshot;
  readonly evidence: readonly EvidenceSource[];
  readonly out: string;
  /** Null: a draft, which is noted and neither kept nor registered; anybody may make one. */
  readonly register: Register | null;
  /** What else belongs to the same transaction. */
  readonly also?: (set: ChangeSet) => Result<unknown>;
}

interface IssuedFile {
  readonly file: string;
  readonly reference: string;
  readonly sha256: string;
  readonly manifestSha256: string;
  readonly pages: number;
  readonly notes: string[];
}

/**
 * Snapshot → pages → temporary file → fsync; kept byte for byte in the store, registered with its hash, and only then put
 * where it was asked for: a file that the register does not know must never lie anywhere.
 */
export async function issue(context: EngineContext, store: Store, order: IssueOrder): Promise<Result<IssuedFile>> {
  const { releaseId, snapshot, out, register, also } = order;
  const { reference } = snapshot.identity;
  return makeFile(context, order, async (made) => {
    const { sha256, manifestSha256, pages, notes } = made;
    const bytes = statSync(made.path).size;
    if (register) await putFile(store.paths.files, made.path);
    const work = (set: ChangeSet): Result<number> => {
      const refused = register?.refuses(set) ?? null;
      if (refused) return refused;
      const besides = also?.(set) ?? ok(null);
      if (!besides.ok) return besides;
      const seq = noteEvent(set, register?.action ?? 'exportPack', releaseId, reference, `SHA-256 ${sha256}`);
      register?.write(set, { sha256, manifestSha256, bytes }, seq);
      return ok(seq);
    };
    const registered = transact(context, store, work, register ? 'owner' : 'anyone');
    if (!registered.ok) return registered;
    made.publish();
    return ok({ file: out, reference, sha256, manifestSha256, pages, notes: [...notes] });
  });
}

/** What `pack.export` answers of a pack that was issued. */
export function asPack(file: IssuedFile, final: boolean) {
  return { ...file, final };
}
