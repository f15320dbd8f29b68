import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/** The entries that one use case wrote, and what of a release takes them back as a whole. */
export interface ChangeGroup {
  readonly entry: number;
  readonly through: number;
}

/** Notes what one transaction wrote; `takesBack`: the first entry of the group that it took back. */
export function noteGroup(db: WritableDb, range: ChangeGroup, takesBack: number | null): void {
  if (range.entry === 0) return;
  writeStatement(db, 'INSERT INTO change_group (entry, through, takes_back) VALUES (?, ?, ?)').run(
    range.entry,
    range.through,
    takesBack,
  );
}

/**
 * The newest change of a release that was made here and still stands: it takes nothing back, and nothing that stands took it
 * back. One use case may write in several releases (a join); its entries say in which. What an exchange brought is the
 * others' change, which they can take back, and this store cannot for them.
 */
export function lastStanding(db: ReadableDb, releaseId: string): ChangeGroup | null {
  const groups = statement<[string], ChangeGroup & { readonly takes_back: number | null }>(
    db,
    `SELECT entry, through, takes_back FROM change_group WHERE EXISTS (
      SELECT 1 FROM ledger WHERE release_id = ? AND seq BETWEEN change_group.entry AND change_group.through
    ) AND NOT EXISTS (
      SELECT 1 FROM merged_entry WHERE seq BETWEEN change_group.entry AND change_group.through
    ) ORDER BY entry DESC`,
  ).iterate(releaseId);
  const gone = new Set<number>();
  for (const group of groups) {
    if (gone.has(group.entry)) continue;
    if (group.takes_back === null) return { entry: group.entry, through: group.through };
    gone.add(group.takes_back);
  }
  return null;
}
