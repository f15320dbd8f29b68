import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { Knowledge } from '../../../shared/domain/merge/knowledge.ts';
import { bundleFormat, bundleVersion } from '../../../shared/domain/merge/manifest.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import { limits } from '../../exchange/limits.ts';
import { seal } from '../../exchange/passphrase.ts';
import { type BundleContents, writeArchive } from '../../exchange/writeArchive.ts';
import { hashFile } from '../../store/attachments.ts';
import { hashesAt, readChain } from '../../store/branches.ts';
import { inTransaction, type ReadableDb } from '../../store/db.ts';
import { publishFile, publishNew, temporaryBeside } from '../../store/durableFile.ts';
import { readFormerIds } from '../../store/formerIds.ts';
import { ensureKeys } from '../../store/keyFile.ts';
import { readKnowledge } from '../../store/knowledge.ts';
import { readStoreId } from '../../store/metadata.ts';
import type { Store } from '../../store/openStore.ts';
import { readRecord } from '../../store/records.ts';
import { signHead } from '../../store/signedHead.ts';
import { rememberHead, settleToWrite } from '../../store/whereabouts.ts';
import type { EngineContext } from '../context.ts';
import { findRelease } from '../releaseByName.ts';
import { collectChanges, collectFiles, collectHistory } from './collect.ts';
import { introduceColleagues, introductionsFor } from './introductions.ts';
import { lostFile } from './lostFile.ts';
import { readersState } from './peers.ts';
import { purgedOf } from './purged.ts';

export interface ExportBundleInput {
  /** Name or id. */
  readonly release: string;
  /** The file to write; one that is there is replaced. */
  readonly out: string;
  /** Null: not protected. */
  readonly passphrase: string | null;
  /** The reader's fingerprint; null: whoever sent us bundles of this release, and what all of them know is left out. */
  readonly to: string | null;
  /** Everything, whatever the readers know: for a new reader, or one whose store was restored. */
  readonly full: boolean;
  /** `receipt`: no changes, only what we know and hold, so that their next bundle is small. */
  readonly type: 'changes' | 'receipt';
  /**
   * For a shared folder: what its files say already, so that only the rest is written, under a name that nobody has; the
   * evidence lies beside it (`folderEvidence.ts`). Absent: a bundle for readers, whole in itself.
   */
  readonly since?: Knowledge;
}

export interface ExportedBundle {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Records that hold something the reader lacks. */
  readonly records: number;
  /** Evidence files that go along. */
  readonly files: number;
  readonly fingerprint: string;
  /** What its readers know once they have taken it. */
  readonly knowledge: Knowledge;
}

/** Writes what the other side lacks of a release. Changes no fact, and no entry: what was sent may never arrive. */
export async function exportBundle(
  context: EngineContext,
  store: Store,
  input: ExportBundleInput,
): Promise<Result<ExportedBundle>> {
  const out = resolve(input.out);
  if (!existsSync(dirname(out)) || (existsSync(out) && statSync(out).isDirectory()))
    return fail('invalidInput', `${out} cannot be written; name a file in a folder that is there.`, input.out);
  // What others will have seen must not be written anew, in whatever copy of this store.
  if (store.readOnly === undefined) settleToWrite(store, context.stamps);
  const collected = collect(context, store, input);
  if (!collected.ok) return collected;
  const { contents, keys } = collected.value;
  const [plain, sealed] = [temporaryBeside(out), temporaryBeside(out)];
  try {
    if (store.readOnly === undefined) rememberHead(store.db);
    const damaged = await writeArchive(plain, contents, keys);
    if (damaged !== null) return lostFile(store.db, damaged, 'was changed in');
    if (input.passphrase !== null) await seal(plain, sealed, input.passphrase);
    const made = input.passphrase === null ? plain : sealed;
    const { size: bytes } = statSync(made);
    const sha256 = await hashFile(made);
    if (input.since === undefined) publishFile(made, out);
    else if (!publishNew(made, out))
      return fail('conflict', `${out} was written by another copy of this store; exchange again.`, input.out);
    const { changes, files, head } = contents;
    return ok({
      file: out,
      bytes,
      sha256,
      records: changes.length,
      files: files.length,
      fingerprint: fingerprintOf(keys.publicKey),
      knowledge: head.knowledge.after,
    });
  } finally {
    rmSync(plain, { force: true });
    rmSync(sealed, { force: true });
  }
}

/** Why nobody could take this bundle; null: they can. */
function excessOf({ changes, history, files }: Pick<BundleContents, 'changes' | 'history' | 'files'>): string | null {
  const bytesOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  const isTooMuch =
    changes.length > limits.records ||
    history.length > limits.entries ||
    files.length + 4 > limits.parts ||
    Math.max(bytesOf(changes), bytesOf(history)) > limits.text;
  return isTooMuch
    ? 'This release holds more than a bundle can carry, so no bundle was made; make one more often, and take out test issues that are no longer needed.'
    : null;
}

const noChanges = { lines: [], hashes: new Set<string>() };

function differing(after: Knowledge, before: Knowledge): Knowledge {
  return Object.fromEntries(Object.entries(after).filter(([store, seq]) => before[store] !== seq));
}

/** That a release was removed is told too, of one that is named by its id. */
function releaseToSend(db: ReadableDb, nameOrId: string): Result<{ readonly id: string; readonly name: string }> {
  const found = findRelease(db, nameOrId);
  const removed = found.ok ? null : readRecord(db, 'release', nameOrId);
  return removed ? ok({ id: removed.id, name: String(removed.fields.name) }) : found;
}

/** One consistent state, whatever another process writes meanwhile. */
function collect(context: EngineContext, store: Store, input: ExportBundleInput) {
  return inTransaction(store.db, (db) => {
    const release = releaseToSend(db, input.release);
    if (!release.ok) return release;
    const { id, name } = release.value;
    const keys = ensureKeys(db);
    const isReceipt = input.type === 'receipt';
    const isShared = input.since !== undefined;
    const readers = isShared
      ? { knowledge: input.since, holds: [] }
      : input.full
        ? { knowledge: {}, holds: [] }
        : readersState(db, id, input.to);
    const evidence = collectFiles(store, id, readers.holds, !isReceipt && !isShared);
    if (!evidence.ok) return evidence;
    const { lines: changes, hashes } = isReceipt ? noChanges : collectChanges(db, id, readers.knowledge);
    const actor = context.actor();
    const after = readKnowledge(db, id);
    const chain = readChain(db, id);
    introduceColleagues(db, actor.organisation, context.stamps.now());
    const isWhole = Object.keys(readers.knowledge).length === 0;
    const head: BundleContents['head'] = {
      format: bundleFormat,
      version: bundleVersion,
      appVersion: context.appVersion,
      type: input.type,
      from: {
        storeId: readStoreId(db),
        name: actor.name,
        organisation: actor.organisation,
        publicKey: keys.publicKey,
        formerly: readFormerIds(db).flatMap((former) => (former.isGone ? [former.id] : [])),
        head: signHead(db, keys),
      },
      release: { id, name },
      createdAt: context.stamps.now(),
      knowledge: {
        before: readers.knowledge,
        after,
        beforeHashes: { ...hashesAt(chain, readers.knowledge) },
        // What is the same before and after stands there once.
        afterHashes: { ...hashesAt(chain, differing(after, readers.knowledge)) },
      },
      holds: evidence.value.holds.filter((sha256) => !isShared || hashes.has(sha256)),
      purged: [...purgedOf(store, db, id)],
      introductions: [...introductionsFor(db, !isShared ? 'all' : isWhole ? 'own' : 'newOwn')],
      records: changes.length,
    };
    const history = isReceipt ? [] : collectHistory(db, id, readers.knowledge);
    const files = isReceipt || isShared ? [] : evidence.value.files;
    const excess = excessOf({ changes, history, files });
    if (excess !== null) return fail('invalidInput', excess, name);
    return ok({ keys, contents: { head, changes, history, files } });
  });
}
