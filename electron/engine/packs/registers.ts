import { fail, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { registerAttachment } from '../../store/attachments.ts';
import { nextPackNumber, registerFinalPack } from '../../store/finalPacks.ts';
import { type IssuedPaper, readIssuedPapers, registerIssuedPaper } from '../../store/issuedPapers.ts';
import type { ChangeSet } from '../changes.ts';

/** The hashes and the size of what was made. */
interface Made {
  readonly sha256: string;
  readonly manifestSha256: string;
  readonly bytes: number;
}

/** Where what is issued is registered, in the same transaction as the entry of the history that names it. */
export interface Register {
  readonly action: 'finalPack' | 'exportPack';
  /** Somebody else took its number or reference since the snapshot was made. */
  readonly refuses: (set: ChangeSet) => Result<never> | null;
  readonly write: (set: ChangeSet, made: Made, seq: number) => void;
}

/** Finals, numbered from 1 in each release. */
export function finalRegister(releaseId: string, name: string, number: number, pack: PackSnapshot): Register {
  const { reference, acceptedBlockers } = pack.identity;
  return {
    action: 'finalPack',
    refuses: ({ db }) =>
      number === nextPackNumber(db, releaseId)
        ? null
        : fail('conflict', `Another final pack of ${name} was issued meanwhile; try again.`, reference),
    write: ({ db, stamps }, { sha256, manifestSha256 }, seq) => {
      const entry = { id: stamps.newId(), releaseId, number, reference, sha256 };
      registerFinalPack(db, { ...entry, asOf: pack.asOf, manifestSha256, acceptedBlockers }, seq);
    },
  };
}

/** Papers, addenda, decision records and other editions of finals. */
export function paperRegister(
  releaseId: string,
  { asOf, identity: { reference } }: PackSnapshot,
  entry: Pick<IssuedPaper, 'kind' | 'body' | 'meeting' | 'pack'>,
): Register {
  return {
    action: 'exportPack',
    refuses: ({ db }) =>
      readIssuedPapers(db, releaseId).some((paper) => paper.reference === reference)
        ? fail('conflict', `${reference} was issued meanwhile; try again.`, reference)
        : null,
    write: ({ db, stamps }, { sha256, manifestSha256, bytes }, seq) => {
      registerAttachment(db, { sha256, bytes }, 'application/pdf', seq);
      registerIssuedPaper(
        db,
        { id: stamps.newId(), releaseId, reference, asOf, sha256, manifestSha256, ...entry },
        seq,
      );
    },
  };
}
