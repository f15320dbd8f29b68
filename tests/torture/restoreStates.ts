import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { attachmentPath, putFile, registerAttachment } from '../../electron/store/attachments.ts';
import { backUpWithFiles } from '../../electron/store/backups.ts';
import { checkFacts } from '../../electron/store/check/checkFacts.ts';
import { closeDb, inTransaction } from '../../electron/store/db.ts';
import { appendEntry, lastEntry, verifyLedger } from '../../electron/store/ledger.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { countingStamps } from '../support/stamps.ts';

export type Interruption = 'kill' | 'fail' | 'moveFirst';

/** How a restore ended that was interrupted at one operation, and what is wrong with the store afterwards. */
export interface State {
  readonly at: number;
  readonly end: 'done' | 'refused' | 'killed';
  readonly problem: string | null;
}

/** A store with one file whose last change is not in its backup, and whose file is damaged since. */
async function template(folder: string): Promise<void> {
  const stamps = countingStamps();
  const opened = openStore(join(folder, 'store'), stamps);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db, paths } = opened.value;
  const note = (text: string) =>
    inTransaction(db, (writable) =>
      appendEntry(writable, {
        ...{ id: stamps.newId(), at: stamps.now(), actor: 'Ada Byron', organisation: 'SECAS', storeId: 'here' },
        ...{ action: 'attach', releaseId: null, kind: null, recordId: null, recordKey: null },
        ...{ changes: [], batch: [], note: text },
      }),
    );
  writeFileSync(join(folder, 'report.txt'), 'All tests passed.');
  const file = await putFile(paths.files, join(folder, 'report.txt'));
  const seq = note(`SHA-256 ${file.sha256}`);
  inTransaction(db, (writable) => registerAttachment(writable, file, 'text/plain', seq));
  await backUpWithFiles(db, paths, join(folder, 'backup.sqlite'));
  note('acknowledged after the backup');
  closeDb(db);
  writeFileSync(attachmentPath(paths.files, file.sha256), 'All tests failed.');
}

/** Restores, interrupted at each operation in turn (every `stride`th), until one restore comes to its end. */
export async function statesOf(how: Interruption, stride = 1): Promise<readonly State[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sec-golive-states-'));
  const states: State[] = [];
  try {
    await template(folder);
    for (let at = 1; ; at += stride) {
      const trial = join(folder, `trial-${at}`);
      mkdirSync(trial);
      cpSync(join(folder, 'store'), trial, { recursive: true });
      const { end, steps } = await interrupt(trial, join(folder, 'backup.sqlite'), at, how);
      states.push({ at, end, problem: judge(trial) });
      rmSync(trial, { recursive: true, force: true });
      if (end !== 'killed' && steps < at) return states;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tests = join(import.meta.dirname, '..');

function interrupt(store: string, backup: string, at: number, how: Interruption) {
  const args = ['--import', join(tests, 'support/inlineFiles.mjs'), join(tests, 'torture/interrupted.ts')];
  const child = spawn(process.execPath, [...args, store, backup, String(at), how], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
  });
  return new Promise<{ end: State['end']; steps: number }>((resolve) =>
    child.on('close', (code, signal) =>
      resolve({ end: signal ? 'killed' : code === 0 ? 'done' : 'refused', steps: Number(out) }),
    ),
  );
}

/** The old store whole, or the new one whole; and what was acknowledged is in it or in what was put aside. */
function judge(folder: string): string | null {
  const opened = openStore(folder, countingStamps(5));
  if (!opened.ok) return opened.error.message;
  const { db } = opened.value;
  try {
    const [first] = [...verifyLedger(db), ...checkFacts(db).map(({ sentence }) => sentence)];
    if (first !== undefined) return first;
    const entries = lastEntry(db);
    if (entries === 3) return null;
    if (entries !== 2) return `a store of ${entries} entries, neither the old one nor the new`;
    const kept = readdirSync(folder).find((name) => /^store\.replaced-.*\.sqlite$/.test(name));
    if (!kept) return 'the former database is gone';
    return isWhole(join(folder, kept)) ? null : 'the former database is not whole';
  } finally {
    closeDb(db);
  }
}

function isWhole(file: string): boolean {
  const db = new Database(file);
  try {
    return db.prepare('SELECT max(seq) FROM ledger').pluck().get() === 3;
  } finally {
    db.close();
  }
}
