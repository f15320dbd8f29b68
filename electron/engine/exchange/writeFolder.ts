import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { covers } from '../../../shared/domain/merge/knowledge.ts';
import { inTransaction } from '../../store/db.ts';
import { forgetFolderFile, readFolderFiles, readFolderKnowledge } from '../../store/folderFiles.ts';
import { readKnowledge } from '../../store/knowledge.ts';
import { readStoreId } from '../../store/metadata.ts';
import type { Store } from '../../store/openStore.ts';
import { readRecord } from '../../store/records.ts';
import { markShared } from '../../store/trust.ts';
import { settleToWrite } from '../../store/whereabouts.ts';
import type { EngineContext } from '../context.ts';
import { exportBundle } from './exportBundle.ts';
import { readableAs } from './folderEvidence.ts';
import { lineOf, noteSaid } from './folderPass.ts';
import { introduceColleagues, introductionsFor } from './introductions.ts';
import { ownFingerprint } from './keyPair.ts';
import { keepSharing, readSharing, type SharedFolder } from './sharing.ts';

/** After so many files of a store and a release one that holds everything takes their place. */
const filesOfALine = 50;

/** One file for each shared release of which we know something that no file in the folder says. */
export async function writeFolder(
  context: EngineContext,
  store: Store,
  names: readonly string[],
): Promise<Result<number>> {
  let sent = 0;
  const { organisation } = context.actor();
  inTransaction(store.db, (db) => introduceColleagues(db, organisation, context.stamps.now()));
  const { releases } = readSharing(store.db) ?? { releases: [] };
  for (const releaseId of releases) {
    const said = readFolderKnowledge(store.db, releaseId);
    const known = readKnowledge(store.db, releaseId);
    if (!readRecord(store.db, 'release', releaseId) || (covers(said, known) && !hasIntroductions(store))) continue;
    // Under the id that this store has from here on, where it finds itself copied.
    if (store.readOnly === undefined) settleToWrite(store, context.stamps);
    const sharing = readSharing(store.db);
    if (!sharing) break;
    const ours = ownFiles(store, releaseId);
    const since = ours.length + 1 < filesOfALine ? said : {};
    const { name, counter } = nameFor(sharing, lineOf(readStoreId(store.db), releaseId), names);
    // Also where it is never finished: those who know a name never look at the file again.
    keepSharing(store.db, (now) => ({ ...now, counter }));
    const file = join(sharing.folder, name);
    const made = await exportBundle(context, store, { ...forFolder, release: releaseId, out: file, since });
    if (!made.ok) return made;
    readableAs(sharing.folder, file);
    sent += 1;
    inTransaction(store.db, (db) => {
      noteSaid(db, { name, releaseId, state: 'ours' }, { before: since, after: made.value.knowledge });
      markShared(db, ownFingerprint(db), true);
    });
    if (Object.keys(since).length === 0) removeReplaced(store, sharing.folder, ours);
  }
  return ok(sent);
}

/** Whether we have a word on a colleague's key that no file of ours says. */
function hasIntroductions(store: Store): boolean {
  return inTransaction(store.db, (db) => introductionsFor(db, 'newOwn').length > 0);
}

const forFolder = { passphrase: null, to: null, full: false, type: 'changes' } as const;

/** Of this release, whatever id we wrote them under. */
function ownFiles({ db }: Store, releaseId: string): readonly string[] {
  const files = [...readFolderFiles(db).values()];
  return files.filter((file) => file.state === 'ours' && file.releaseId === releaseId).map(({ name }) => name);
}

/** A name that was never there: a copy of this store may write under the same id, and nothing is overwritten. */
function nameFor({ folder, counter }: SharedFolder, line: string, names: readonly string[]) {
  const taken = names
    .filter((name) => name.startsWith(line))
    .map((name) => Number.parseInt(name.slice(line.length), 10));
  for (let next = Math.max(counter, ...taken) + 1; ; next += 1) {
    const name = `${line}${String(next).padStart(6, '0')}.golive`;
    if (!existsSync(join(folder, name))) return { name, counter: next };
  }
}

/** Only our own files: nobody else's are ever touched. */
function removeReplaced(store: Store, folder: string, ours: readonly string[]): void {
  for (const name of ours) rmSync(join(folder, name), { force: true });
  inTransaction(store.db, (db) => {
    for (const name of ours) forgetFolderFile(db, name);
  });
}
