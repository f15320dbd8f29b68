import type { ReadableDb, WritableDb } from './db.ts';
import { readIssuedBefore } from './issuedBefore.ts';
import { statement, writeStatement } from './statement.ts';

const issuedKinds = ['paper', 'addendum', 'decision', 'edition'] as const;
type IssuedKind = (typeof issuedKinds)[number];

/** A paper, addendum, decision record or edition in the register; its bytes lie in the files folder under `sha256`. */
export interface IssuedPaper {
  readonly id: string;
  readonly releaseId: string;
  readonly kind: IssuedKind;
  readonly reference: string;
  /** To whom, and for which meeting. */
  readonly body: string | null;
  readonly meeting: string | null;
  /** The reference of the final pack that it is about. */
  readonly pack: string | null;
  readonly asOf: string;
  readonly sha256: string;
  readonly manifestSha256: string;
}

/** `TAG paper 2026-05-12`, and a second one of that name as `TAG paper 2026-05-12 · 2`. */
export function freeReference(db: ReadableDb, releaseId: string, wanted: string): string {
  const before = readIssuedBefore(db).filter((one) => one.releaseId === releaseId);
  const taken = new Set([...readIssuedPapers(db, releaseId), ...before].map((paper) => paper.reference));
  for (let number = 1; ; number += 1) {
    const reference = number === 1 ? wanted : `${wanted} · ${number}`;
    if (!taken.has(reference)) return reference;
  }
}

export function registerIssuedPaper(db: WritableDb, paper: IssuedPaper, seq: number): void {
  writeStatement(
    db,
    `INSERT INTO issued_paper (id, release_id, kind, reference, body, meeting, pack, as_of, sha256, manifest_sha256, registered_in)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    paper.id,
    paper.releaseId,
    paper.kind,
    paper.reference,
    paper.body,
    paper.meeting,
    paper.pack,
    paper.asOf,
    paper.sha256,
    paper.manifestSha256,
    seq,
  );
}

/** In the order in which they were issued. */
export function readIssuedPapers(db: ReadableDb, releaseId: string): readonly IssuedPaper[] {
  return statement<[string], IssuedPaper>(
    db,
    `SELECT id, release_id AS releaseId, kind, reference, body, meeting, pack, as_of AS asOf, sha256,
              manifest_sha256 AS manifestSha256
       FROM issued_paper WHERE release_id = ? ORDER BY registered_in, reference`,
  ).all(releaseId);
}
