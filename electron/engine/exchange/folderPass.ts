import { readdirSync } from 'node:fs';
import { covers, joinKnowledge, type Knowledge } from '../../../shared/domain/merge/knowledge.ts';
import { inTransaction, type WritableDb } from '../../store/db.ts';
import {
  doubtFolderKnowledge,
  type FolderFile,
  forgetFolderFile,
  noteFolderFile,
  readFolderFiles,
  readFolderKnowledge,
  writeFolderKnowledge,
} from '../../store/folderFiles.ts';
import type { Store } from '../../store/openStore.ts';
import { markShared } from '../../store/trust.ts';

/** A file of another store that is not there is missed only at the second pass: a synchronised folder takes away first. */
const passesToLose = 2;

/** The bundles of a shared folder by their names, which is all that is read of those that are known. */
export function listBundles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.golive') && !name.startsWith('.'))
    .sort();
}

/** `<store>-<release>-`: whose file it is, and of which release, as its writer named it. */
export function lineOf(storeId: string, releaseId: string): string {
  return `${storeId}-${releaseId.slice(-12)}-`;
}

const lineIn = (name: string) => /^(.{36}-.{12}-)\d+\.golive$/.exec(name)?.[1] ?? null;

/**
 * Forgets files that are gone. Where one had said something that nothing in its place says again, the folder is no longer
 * sure to say it, and the next writer says it anew.
 */
export function noteAbsence(store: Store, names: readonly string[]): void {
  const there = new Set(names);
  const known = readFolderFiles(store.db);
  const changed = [...known.values()].filter(({ name, absent }) => !there.has(name) || absent > 0);
  if (changed.length === 0) return;
  inTransaction(store.db, (db) => {
    for (const file of changed) {
      const absent = there.has(file.name) ? 0 : file.absent + 1;
      const isGone = absent > 0 && (file.state !== 'done' || absent >= passesToLose || isReplaced(file, known, there));
      if (isGone) lose(db, file, isReplaced(file, known, there));
      else noteFolderFile(db, { ...file, absent });
    }
  });
}

/** Its writer put one there since that builds on no other. */
function isReplaced({ name }: FolderFile, known: ReadonlyMap<string, FolderFile>, there: ReadonlySet<string>): boolean {
  const line = lineIn(name);
  if (line === null) return false;
  return [...known.values()].some(
    (other) => other.whole !== null && other.name > name && other.name.startsWith(line) && there.has(other.name),
  );
}

function lose(db: WritableDb, file: FolderFile, isReplaced: boolean): void {
  forgetFolderFile(db, file.name);
  // What our lost file told of colleagues' keys is told anew.
  if (file.state === 'ours' && !isReplaced) markShared(db, null, false);
  if (file.gave && !isReplaced && file.releaseId !== null) doubtFolderKnowledge(db, file.releaseId);
}

/** Whoever knows `before` knows `after` with a file. */
export interface Said {
  readonly before: Knowledge;
  readonly after: Knowledge;
}

/** Notes that a file was taken, or written: the folder says from now on what it says. */
export function noteSaid(
  db: WritableDb,
  { name, releaseId, state }: Pick<FolderFile, 'name' | 'state'> & { readonly releaseId: string },
  said: Said,
): FolderFile {
  const known = readFolderKnowledge(db, releaseId);
  const builds = covers(known, said.before);
  const joined = builds ? joinKnowledge(known, said.after) : known;
  const gave = !covers(known, joined);
  if (gave) writeFolderKnowledge(db, releaseId, joined);
  const isWhole = Object.keys(said.before).length === 0;
  const file = { name, releaseId, state, absent: 0, gave, whole: isWhole ? said.after : null, waits: null };
  noteFolderFile(db, file);
  return file;
}
