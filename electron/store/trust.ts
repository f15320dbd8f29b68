import { type Introduction, introductionSchema } from '../../shared/domain/merge/introduction.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/** What somebody here decided on a key, by its fingerprint. */
export interface KeyStanding {
  readonly fingerprint: string;
  readonly name: string;
  readonly organisation: string;
  /** When somebody here compared it with its owner; null: nobody did, or it was forgotten. */
  readonly confirmedOn: string | null;
  /** Whether it may introduce its colleagues' keys. */
  readonly isLead: boolean;
  /** When somebody here said that its laptop is gone; null: it is not. */
  readonly forgottenOn: string | null;
}

const columns = `fingerprint, name, organisation, confirmed_on AS confirmedOn, lead AS isLead, forgotten_on AS forgottenOn`;

type Row = Omit<KeyStanding, 'isLead'> & { readonly isLead: 0 | 1 };
const read = (row: Row): KeyStanding => ({ ...row, isLead: row.isLead === 1 });

export function readStandings(db: ReadableDb): readonly KeyStanding[] {
  return statement<[], Row>(db, `SELECT ${columns} FROM peer ORDER BY name, fingerprint`).all().map(read);
}

/** Null: the key is not known here. */
export function readStanding(db: ReadableDb, fingerprint: string): KeyStanding | null {
  const row = statement<[string], Row>(db, `SELECT ${columns} FROM peer WHERE fingerprint = ?`).get(fingerprint);
  return row ? read(row) : null;
}

/** Says whether a key leads its side; a key that is confirmed anew is no longer forgotten. */
export function writeLead(db: WritableDb, fingerprint: string, isLead: boolean): void {
  writeStatement(db, 'UPDATE peer SET lead = ?, forgotten_on = NULL WHERE fingerprint = ?').run(
    isLead ? 1 : 0,
    fingerprint,
  );
}

/** The side by which a key was confirmed, where it is not to be left to what its bundles say. */
export function writeOrganisation(db: WritableDb, fingerprint: string, organisation: string): void {
  writeStatement(db, 'UPDATE peer SET organisation = ? WHERE fingerprint = ?').run(organisation, fingerprint);
}

/** The laptop is gone: its key counts for nothing, and nothing waits for it. It counts as a reader once it speaks again. */
export function forgetKey(db: WritableDb, fingerprint: string, on: string): void {
  writeStatement(db, 'UPDATE peer SET confirmed_on = NULL, lead = 0, forgotten_on = ? WHERE fingerprint = ?').run(
    on,
    fingerprint,
  );
  writeStatement(db, 'DELETE FROM reader WHERE fingerprint = ?').run(fingerprint);
}

/** Whether somebody was heard of through the shared folder last, or in another way. */
export function writeInFolder(db: WritableDb, fingerprint: string, isInFolder: boolean): void {
  writeStatement(db, 'UPDATE peer SET in_folder = ? WHERE fingerprint = ?').run(isInFolder ? 1 : 0, fingerprint);
}

/** The fingerprints of those who read the shared folder. */
export function readInFolder(db: ReadableDb): ReadonlySet<string> {
  const rows = statement<[], { fingerprint: string }>(db, 'SELECT fingerprint FROM peer WHERE in_folder = 1').all();
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}

interface HeardIntroduction {
  readonly byFingerprint: string;
  /** Whether a file of ours in the shared folder says so. */
  readonly isShared: boolean;
  readonly introduction: Introduction;
}

type IntroductionRow = { readonly by: string; readonly shared: 0 | 1; readonly statement: string };
const heard = ({ by, shared, statement: text }: IntroductionRow): HeardIntroduction => ({
  byFingerprint: by,
  isShared: shared === 1,
  introduction: introductionSchema.parse(JSON.parse(text)),
});

const introductionColumns = 'by_fingerprint AS by, shared, statement';

export function readIntroductions(db: ReadableDb): readonly HeardIntroduction[] {
  const sql = `SELECT ${introductionColumns} FROM introduction ORDER BY by_fingerprint, fingerprint`;
  return statement<[], IntroductionRow>(db, sql).all().map(heard);
}

export function readIntroductionsOf(db: ReadableDb, fingerprint: string): readonly HeardIntroduction[] {
  const sql = `SELECT ${introductionColumns} FROM introduction WHERE fingerprint = ? ORDER BY by_fingerprint`;
  return statement<[string], IntroductionRow>(db, sql).all(fingerprint).map(heard);
}

/** Keeps the newest word of one key on another. */
export function noteIntroduction(db: WritableDb, byFingerprint: string, introduction: Introduction): void {
  writeStatement(
    db,
    `INSERT INTO introduction (by_fingerprint, fingerprint, at, statement, shared) VALUES (?, ?, ?, ?, 0)
     ON CONFLICT (by_fingerprint, fingerprint) DO UPDATE
     SET at = excluded.at, statement = excluded.statement, shared = 0 WHERE excluded.at > introduction.at`,
  ).run(byFingerprint, introduction.fingerprint, introduction.at, JSON.stringify(introduction));
}

/** A file of ours in the shared folder says all of them; or does not any more. */
export function markShared(db: WritableDb, byFingerprint: string | null, isShared: boolean): void {
  writeStatement(db, 'UPDATE introduction SET shared = ? WHERE by_fingerprint = coalesce(?, by_fingerprint)').run(
    isShared ? 1 : 0,
    byFingerprint,
  );
}
