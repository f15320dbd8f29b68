import { z } from 'zod';
import { joinKnowledge, type Knowledge } from '../../shared/domain/merge/knowledge.ts';
import { knowledgeSchema } from '../../shared/domain/merge/wire.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/**
 * Why a file in the shared folder was not taken: `key`, nobody here trusts it; `earlier`, it builds on what has not
 * arrived; `evidence`, a file that it names has not; `unread`, it is half there or no bundle; `person`, somebody decides.
 */
const waitingSchema = z.strictObject({
  why: z.enum(['key', 'earlier', 'evidence', 'unread', 'person']),
  /** Size and times of the file, and of the evidence that it waits for. */
  stamp: z.string(),
  from: z.string().nullable(),
  release: z.string().nullable(),
  fingerprint: z.string(),
  /** What must be known before it can be taken. */
  before: knowledgeSchema,
  /** Once this is known there is nothing left to take. */
  after: knowledgeSchema,
  evidence: z.array(z.string()),
  /** The state of this store when it was looked at, as far as the answer depends on it. */
  seenAt: z.string(),
  sentence: z.string(),
});
export type WaitingFile = z.output<typeof waitingSchema>;

/** A bundle in the shared folder that was opened, or written, once. */
export interface FolderFile {
  readonly name: string;
  /** Null: it could not be read. */
  readonly releaseId: string | null;
  readonly state: 'ours' | 'done' | 'waiting';
  /** For how many passes it was not there. */
  readonly absent: number;
  /** Whether the folder said something with it that no file before it had said. */
  readonly gave: boolean;
  /** What is known after it, where it builds on no other file; null: it does. */
  readonly whole: Knowledge | null;
  readonly waits: WaitingFile | null;
}

interface Row extends Omit<FolderFile, 'gave' | 'whole' | 'waits'> {
  readonly gave: 0 | 1;
  readonly whole: string | null;
  readonly waits: string | null;
}

export function readFolderFiles(db: ReadableDb): ReadonlyMap<string, FolderFile> {
  const rows = statement<[], Row>(
    db,
    'SELECT name, release_id AS releaseId, state, absent, gave, whole, waits FROM folder_file ORDER BY name',
  ).all();
  return new Map(
    rows.map((row) => [
      row.name,
      {
        ...row,
        gave: row.gave === 1,
        whole: row.whole === null ? null : (JSON.parse(row.whole) as Knowledge),
        waits: row.waits === null ? null : waitingSchema.parse(JSON.parse(row.waits)),
      },
    ]),
  );
}

export function noteFolderFile(db: WritableDb, file: FolderFile): void {
  const { name, releaseId, state, absent, gave, whole, waits } = file;
  writeStatement(
    db,
    `INSERT INTO folder_file (name, release_id, state, absent, gave, whole, waits) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET release_id = excluded.release_id, state = excluded.state, absent = excluded.absent,
       gave = excluded.gave, whole = excluded.whole, waits = excluded.waits`,
  ).run(name, releaseId, state, absent, gave ? 1 : 0, whole && JSON.stringify(whole), waits && JSON.stringify(waits));
}

export function forgetFolderFile(db: WritableDb, name: string): void {
  writeStatement(db, 'DELETE FROM folder_file WHERE name = ?').run(name);
}

/** Another folder, or none: nothing of the last one holds for it. */
export function forgetFolder(db: WritableDb): void {
  writeStatement(db, 'DELETE FROM folder_file').run();
  writeStatement(db, 'DELETE FROM folder_knowledge').run();
  writeStatement(db, 'UPDATE introduction SET shared = 0').run();
  writeStatement(db, 'UPDATE peer SET in_folder = 0').run();
}

/** What somebody knows of a release who reads every file of the folder that we know. */
export function readFolderKnowledge(db: ReadableDb, releaseId: string): Knowledge {
  const row = statement<[string], { knowledge: string }>(
    db,
    'SELECT knowledge FROM folder_knowledge WHERE release_id = ?',
  ).get(releaseId);
  return row ? (JSON.parse(row.knowledge) as Knowledge) : {};
}

export function writeFolderKnowledge(db: WritableDb, releaseId: string, knowledge: Knowledge): void {
  writeStatement(
    db,
    `INSERT INTO folder_knowledge (release_id, knowledge) VALUES (?, ?)
     ON CONFLICT (release_id) DO UPDATE SET knowledge = excluded.knowledge`,
  ).run(releaseId, JSON.stringify(knowledge));
}

/** After a file that said something was lost: only what stands on its own is still sure to be said. */
export function doubtFolderKnowledge(db: WritableDb, releaseId: string): void {
  const sure = [...readFolderFiles(db).values()].filter(
    (file) => file.releaseId === releaseId && file.state !== 'waiting',
  );
  writeFolderKnowledge(
    db,
    releaseId,
    sure.reduce<Knowledge>((known, { whole }) => joinKnowledge(known, whole ?? {}), {}),
  );
}

/**
 * Evidence of these releases whose content this store has: `held`; or names and has not: `missing`. An item whose file was
 * taken out names none, though another one may have the same.
 */
export function readSharedHashes(
  db: ReadableDb,
  releases: readonly string[],
): { readonly held: readonly string[]; readonly missing: readonly string[] } {
  const rows = statement<[string], { sha256: string; isHeld: 0 | 1 }>(
    db,
    `SELECT DISTINCT evidence.sha256, attachment.sha256 IS NOT NULL AS isHeld FROM evidence
     LEFT JOIN attachment ON attachment.sha256 = evidence.sha256
     WHERE evidence.release_id IN (SELECT value FROM json_each(?)) AND evidence.removed_in IS NULL
       AND evidence.sha256 IS NOT NULL AND evidence.file IS NOT NULL AND attachment.purged_in IS NULL
     ORDER BY evidence.sha256`,
  ).all(JSON.stringify(releases));
  const of = (wanted: 0 | 1) => rows.filter(({ isHeld }) => isHeld === wanted).map(({ sha256 }) => sha256);
  return { held: of(1), missing: of(0) };
}

/** Content that was taken out for good here. */
export function readPurgedHashes(db: ReadableDb): ReadonlySet<string> {
  const rows = statement<[], { sha256: string }>(db, 'SELECT sha256 FROM attachment WHERE purged_in IS NOT NULL').all();
  return new Set(rows.map(({ sha256 }) => sha256));
}
