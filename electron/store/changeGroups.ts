import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/** The entries that one use case wrote, and what of a release takes them back as a whole. */
export interface ChangeGroup {
  readonly entry: number;
  readonly through: number;
}

/** Notes what one transaction wrote; `takesBack`: the first entry of the group that it took back. */
export function noteGroup(
  db: WritableDb,
  range: ChangeGroup & { readonly releaseId: string | null },
  takesBack: number | null,
): void {
  if (range.entry === 0) return;
  writeStatement(db, 'INSERT INTO change_group (entry, through, release_id, takes_back) VALUES (?, ?, ?, ?)').run(
    range.entry,
    range.through,
    range.releaseId,
    takesBack,
  );
}

/** Whether what a bundle brought under its own entry (`head`) stands here; of one that brought no record nothing can go. */
export function bundleStands(db: ReadableDb, releaseId: string, head: number): boolean {
  const brought = statement<[string, number], { seq: number }>(
    db,
    `SELECT seq FROM merged_entry JOIN ledger USING (seq) WHERE release_id = ? AND seq > ? ORDER BY seq LIMIT 1`,
  ).get(releaseId, head);
  return brought === undefined || standsStill(db, brought.seq);
}

/** Whether an exchange brought anything of a release. */
export function hasMerged(db: ReadableDb, releaseId: string): boolean {
  const sql = 'SELECT 1 AS found FROM merged_entry JOIN ledger USING (seq) WHERE release_id = ? LIMIT 1';
  return statement<[string], { found: number }>(db, sql).get(releaseId) !== undefined;
}

/** Nothing took back what the entry belongs to, or what did was taken back itself. */
function standsStill(db: ReadableDb, seq: number): boolean {
  const groups = statement<[number, number], { entry: number }>(
    db,
    `SELECT taking.entry FROM change_group AS taken
     JOIN change_group AS taking ON taking.takes_back BETWEEN taken.entry AND taken.through
     WHERE ? BETWEEN taken.entry AND taken.through AND taking.entry > ?`,
  ).all(seq, seq);
  return groups.every(({ entry }) => !standsStill(db, entry));
}

interface Group extends ChangeGroup {
  readonly takes_back: number | null;
  readonly concerns: 0 | 1;
}

/**
 * The newest change of a release that was made here and still stands: it takes nothing back, and nothing that stands took it
 * back. One use case may write in several releases (a join); its entries say in which, and `release_id` names one that it is
 * about without an entry (two that were joined and differed in nothing). What an exchange brought is the others' change, which
 * they can take back, and this store cannot for them.
 */
export function lastStanding(db: ReadableDb, releaseId: string): ChangeGroup | null {
  const groups = statement<[string, string], Group>(
    db,
    `SELECT entry, through, takes_back, release_id IS ? OR EXISTS (
      SELECT 1 FROM ledger WHERE release_id = ? AND seq BETWEEN change_group.entry AND change_group.through
    ) AS concerns FROM change_group WHERE NOT EXISTS (
      SELECT 1 FROM merged_entry WHERE seq BETWEEN change_group.entry AND change_group.through
    ) ORDER BY entry DESC`,
  ).iterate(releaseId, releaseId);
  const gone = new Set<number>();
  for (const group of groups) {
    if (gone.has(group.entry)) continue;
    if (group.takes_back !== null) gone.add(group.takes_back);
    else if (group.concerns) return { entry: group.entry, through: group.through };
  }
  return null;
}
