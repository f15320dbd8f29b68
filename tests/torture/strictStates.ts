import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachmentPath, heldSql } from '../../electron/store/attachments.ts';
import { checkFacts } from '../../electron/store/check/checkFacts.ts';
import { closeDb } from '../../electron/store/db.ts';
import { lastEntry, verifyLedger } from '../../electron/store/ledger.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { randomFrom } from '../fuzz/mutate.ts';
import { countingStamps } from '../support/stamps.ts';
import { everyUseCase } from './everyUseCase.ts';
import { type Ignored, recordDisk } from './recordDisk.ts';
import { corners, namesOf, StrictDisk, type Survival, someOf } from './strictDisk.ts';

/** What was acknowledged so far: an entry's number, and files that were written out, with what they held. */
interface Acknowledged {
  entries: number;
  readonly files: Map<string, string>;
}

/** What a power loss at some moment left, where that is not what was acknowledged. */
export interface StrictResult {
  readonly states: number;
  /** Those of them in which a restore was under way. */
  readonly ofRestore: number;
  readonly bad: readonly string[];
}

/** How often at each operation some names and not others are kept, and contents torn; the same ones in every run. */
const drawn = 10;

/**
 * Goes through every use case, and at each operation on files lets the power go in several ways: names and contents that
 * are not safe stay or go, all of them (a journal keeps the order of names, so that every moment is one of its states), those
 * of one folder, or some and not others. Every `stride`th operation is looked at.
 */
export async function strictStates(ignored: Ignored, stride = 1): Promise<StrictResult> {
  const folder = mkdtempSync(join(tmpdir(), 'sec-golive-strict-'));
  const root = join(folder, 'disk');
  mkdirSync(join(root, 'out'), { recursive: true });
  const known: Acknowledged = { entries: 0, files: new Map() };
  process.env.SEC_GOLIVE_STATE ??= join(folder, 'state');
  const disk = new StrictDisk(root);
  const bad: string[] = [];
  let [states, ofRestore, operations, doing] = [0, 0, 0, ''];
  const judgeAt = (survival: Survival) => {
    const trial = join(folder, `trial-${states}`);
    states += 1;
    if (doing === 'after the backup') ofRestore += 1;
    disk.write(trial, survival);
    const problem = judge(trial, known);
    if (problem !== null) bad.push(`${doing}, operation ${operations}, ${survival.words}: ${problem}`);
    rmSync(trial, { recursive: true, force: true });
  };
  const stop = recordDisk(disk, ignored, () => {
    operations += 1;
    if (operations % stride !== 0) return;
    for (const corner of corners) judgeAt(corner);
    for (const folder of disk.unsafe()) judgeAt(namesOf(folder));
    for (let draw = 0; draw < drawn; draw += 1)
      judgeAt(someOf(randomFrom(operations * drawn + draw), `some names and contents (${draw})`));
  });
  try {
    for await (const done of everyUseCase(root)) {
      doing = `after ${done.name}`;
      known.entries = done.entries;
      for (const file of done.files) known.files.set(file.slice(root.length), hashOf(file));
    }
    for (const corner of corners) judgeAt(corner);
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { states, ofRestore, bad };
}

/** Null: everything that was acknowledged is there. */
function judge(trial: string, { entries, files }: Acknowledged): string | null {
  for (const [name, hash] of files) {
    const path = join(trial, name);
    if (!existsSync(path) || hashOf(path) !== hash) return `${name} is not there, or not whole`;
  }
  if (entries === 0) return null;
  const store = join(trial, 'store');
  if (!existsSync(join(store, 'store.sqlite'))) return 'the database is not there';
  const opened = openStore(store, countingStamps(5));
  if (!opened.ok) return opened.error.message;
  const { db, paths } = opened.value;
  try {
    const [first] = [...verifyLedger(db), ...checkFacts(db).map(({ sentence }) => sentence)];
    if (first !== undefined) return first;
    if (lastEntry(db) < entries) return `it ends at entry ${lastEntry(db)}, and ${entries} were acknowledged`;
    const held = connectionOf(db).prepare(heldSql).pluck().all() as string[];
    const gone = held.find((sha256) => !isThere(attachmentPath(paths.files, sha256), sha256));
    return gone === undefined ? null : `the file ${gone} is not there, or not whole`;
  } finally {
    closeDb(db);
  }
}

const isThere = (path: string, sha256: string) => existsSync(path) && hashOf(path) === sha256;

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
