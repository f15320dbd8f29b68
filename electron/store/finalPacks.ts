import type { ReadableDb, WritableDb } from './db.ts';
import { readIssuedBefore } from './issuedBefore.ts';
import { statement, writeStatement } from './statement.ts';

/** A final pack in the register; its bytes lie in the files folder under `sha256`. */
export interface FinalPack {
  readonly id: string;
  readonly releaseId: string;
  readonly number: number;
  readonly reference: string;
  readonly asOf: string;
  readonly sha256: string;
  readonly manifestSha256: string;
  readonly acceptedBlockers: string | null;
  /** The instant at which it was issued, whatever day it judges as of. */
  readonly issuedAt: string;
}

/** The number the next final pack of this release will carry: none that is known to be out. */
export function nextPackNumber(db: ReadableDb, releaseId: string): number {
  const row = statement<[string], { next: number }>(
    db,
    'SELECT COALESCE(MAX(number), 0) + 1 AS next FROM final_pack WHERE release_id = ?',
  ).get(releaseId);
  const before = readIssuedBefore(db).flatMap((one) => (one.releaseId === releaseId ? (one.number ?? []) : []));
  return Math.max(row?.next ?? 1, ...before.map((number) => number + 1));
}

/** Whether another release, also one that was removed, has a final pack whose reference begins so. */
export function isTakenByAnother(db: ReadableDb, releaseId: string, beginning: string): boolean {
  const row = statement<[string, string], { found: number }>(
    db,
    'SELECT EXISTS (SELECT 1 FROM final_pack WHERE release_id <> ? AND instr(reference, ?) = 1) AS found',
  ).get(releaseId, beginning);
  return (
    row?.found === 1 ||
    readIssuedBefore(db).some(
      (one) => one.releaseId !== releaseId && one.number !== null && one.reference.startsWith(beginning),
    )
  );
}

export function registerFinalPack(db: WritableDb, pack: Omit<FinalPack, 'issuedAt'>, seq: number): void {
  writeStatement(
    db,
    `INSERT INTO final_pack (id, release_id, number, reference, as_of, sha256, manifest_sha256, accepted_blockers, registered_in)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    pack.id,
    pack.releaseId,
    pack.number,
    pack.reference,
    pack.asOf,
    pack.sha256,
    pack.manifestSha256,
    pack.acceptedBlockers,
    seq,
  );
}

/**
 * The final that stands on a day: that of the latest day by then, of several of one day the one issued last. One that was
 * issued later, and looks back to an earlier day, supersedes nothing.
 * @param by null: whatever its day
 */
export function standingFinal(finals: readonly FinalPack[], by: string | null): FinalPack | undefined {
  const then = finals.filter(({ asOf }) => by === null || asOf <= by);
  const latest = then
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1);
  return then.findLast(({ asOf }) => asOf === latest);
}

export function readFinalPacks(db: ReadableDb, releaseId: string): readonly FinalPack[] {
  return statement<[string], FinalPack>(
    db,
    `SELECT final_pack.id, final_pack.release_id AS releaseId, number, reference, as_of AS asOf, sha256, manifest_sha256 AS manifestSha256,
              accepted_blockers AS acceptedBlockers, ledger.at AS issuedAt
       FROM final_pack JOIN ledger ON ledger.seq = registered_in WHERE final_pack.release_id = ? ORDER BY number`,
  ).all(releaseId);
}
