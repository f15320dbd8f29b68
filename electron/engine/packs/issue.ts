import { statSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import type { EvidenceSource } from '../../documents/tasks.ts';
import { putFile, registerAttachment } from '../../store/attachments.ts';
import { type IssuedPaper, readIssuedPapers, registerIssuedPaper } from '../../store/issuedPapers.ts';
import type { Store } from '../../store/openStore.ts';
import { type ChangeSet, noteEvent } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { transact } from '../transact.ts';
import { makeFile } from './make.ts';

/** What is to be issued: a file made from this snapshot, and what the register says of it. */
interface IssueOrder {
  readonly releaseId: string;
  readonly snapshot: PackSnapshot;
  readonly evidence: readonly EvidenceSource[];
  readonly out: string;
  readonly entry: Pick<IssuedPaper, 'kind' | 'body' | 'meeting' | 'pack'>;
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

/** Made, kept byte for byte in the store, registered with its hash, and only then put where it was asked for. */
export async function issue(context: EngineContext, store: Store, order: IssueOrder): Promise<Result<IssuedFile>> {
  const { releaseId, snapshot, out, entry, also } = order;
  const { reference } = snapshot.identity;
  return makeFile(context, order, async (made) => {
    const { sha256, manifestSha256, pages, notes } = made;
    const bytes = statSync(made.path).size;
    await putFile(store.paths.files, made.path);
    const registered = transact(context, store, (set) => {
      if (readIssuedPapers(set.db, releaseId).some((paper) => paper.reference === reference))
        return fail('conflict', `${reference} was issued meanwhile; try again.`, reference);
      const besides = also?.(set) ?? ok(null);
      if (!besides.ok) return besides;
      const seq = noteEvent(set, 'exportPack', releaseId, reference, `SHA-256 ${sha256}`);
      registerAttachment(set.db, { sha256, bytes }, 'application/pdf', seq);
      const id = set.stamps.newId();
      registerIssuedPaper(
        set.db,
        { id, releaseId, reference, asOf: snapshot.asOf, sha256, manifestSha256, ...entry },
        seq,
      );
      return ok(seq);
    });
    if (!registered.ok) return registered;
    made.publish();
    return ok({ file: out, reference, sha256, manifestSha256, pages, notes: [...notes] });
  });
}
