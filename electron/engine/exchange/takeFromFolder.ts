import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { covers } from '../../../shared/domain/merge/knowledge.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import { inTransaction } from '../../store/db.ts';
import type { WaitingFile } from '../../store/folderFiles.ts';
import { readKnowledge } from '../../store/knowledge.ts';
import { readStoreId } from '../../store/metadata.ts';
import type { Store } from '../../store/openStore.ts';
import { stoppedSentence } from '../disposable.ts';
import { applyRead } from './applyBundle.ts';
import { liesBeside } from './folderEvidence.ts';
import { type FolderReading, stampOf, stateFor } from './folderReading.ts';
import type { NamedBundle } from './inOurNames.ts';
import { type BundleInWords, inWords, isNewRelease, livesAfter } from './inspectBundle.ts';
import { hearIntroductions } from './introductions.ts';
import { type ReadBundle, withBundle } from './openBundle.ts';
import { isOwnHand } from './ownHand.ts';
import type { BundlePlan } from './planBundle.ts';
import { planInSlices } from './planInSlices.ts';
import { shareRelease } from './sharing.ts';
import { lackedOf } from './stageFiles.ts';
import { isTrusted } from './trust.ts';

/** Opens one file of the shared folder, once, and takes it or notes why not. Whether anything was applied. */
export async function takeFile(reading: FolderReading, name: string, stamp: string): Promise<boolean> {
  const { context, store, folder } = reading;
  const file = join(folder, name);
  const asked = { file, passphrase: null, checkFiles: false };
  const done = await withBundle(context, store, asked, (read) => takeRead(reading, name, stamp, read));
  // Half-written or still on its way: it is looked at again once it has changed. Of one that was only stopped nothing is said.
  if (!done.ok && done.error.kind !== 'cancelled' && reading.fileOf(name)?.waits?.stamp !== stamp)
    reading.noteWaiting(name, null, { ...nobody, why: 'unread', stamp, sentence: done.error.message });
  return done.ok && done.value;
}

const nobody = { from: null, release: null, fingerprint: '', before: {}, after: {}, evidence: [], seenAt: '' };

async function takeRead(
  reading: FolderReading,
  name: string,
  stamp: string,
  read: ReadBundle,
): Promise<Result<boolean>> {
  const { context, store, folder } = reading;
  inTransaction(store.db, (db) => hearIntroductions(db, read.manifest));
  const planned = await planInSlices(store, read, {}, context.signal);
  if (!planned) return fail('cancelled', stoppedSentence);
  const { named, plan } = planned;
  const { manifest } = named;
  const { release, from } = manifest;
  const isKnown = isTrusted(store.db, fingerprintOf(from.publicKey)) || isOwnHand(store.db, manifest);
  // A receipt holds nothing, and what a stranger claims to hold nobody else may have.
  const isRelied = manifest.type === 'changes' && isKnown;
  const isOurs = from.storeId === readStoreId(store.db) && !named.isOurIdTaken;
  if (isOurs || isNothingNew(store, named, plan)) {
    reading.noteDone(name, release.id, isOurs || isRelied ? manifest.knowledge : null, isOurs ? 'ours' : 'done');
    return ok(false);
  }
  const words = inWords(store.db, manifest, plan);
  const lacked = lackedOf(store, { ...read, deltas: named.deltas });
  const wait = (why: WaitingFile['why'], sentence: string) =>
    reading.noteWaiting(name, release.id, {
      why,
      stamp: why === 'evidence' ? (stampOf(folder, name, lacked) ?? stamp) : stamp,
      from: words.from,
      release: release.name,
      fingerprint: fingerprintOf(from.publicKey),
      ...{ before: manifest.knowledge.before, after: manifest.knowledge.after },
      evidence: why === 'evidence' ? [...lacked] : [],
      seenAt: stateFor(store, why),
      sentence,
    });
  const missing = lacked.filter((sha256) => !liesBeside(folder, sha256)).length;
  const reason = reasonToWait(store, named, plan, words, read.refused, missing);
  if (reason) {
    wait(...reason);
    return ok(false);
  }
  const done = await applyRead(context, store, read, { file: join(folder, name), choices: {}, token: null });
  if (!done.ok) {
    if (done.error.kind === 'cancelled') return done;
    wait(lacked.includes(done.error.where ?? '') ? 'evidence' : 'person', done.error.message);
    return ok(false);
  }
  // Nobody has to decide before others can go on: a conflict stays open, and a choice anywhere closes it everywhere.
  const conflicts = done.value.plan.conflicts.length + done.value.heard.length;
  reading.noteConflicts(conflicts);
  reading.noteTold(done.value);
  shareRelease(store.db, release.id);
  reading.noteDone(name, release.id, isRelied ? manifest.knowledge : null, 'done');
  // Also where nothing reads otherwise than before: what was decided for us came with it.
  return ok(done.value.entry !== null || conflicts + done.value.purged.length > 0);
}

/** Everything in it came here before. */
function isNothingNew(
  { db }: Store,
  { manifest: { release, knowledge } }: NamedBundle,
  { purges }: BundlePlan,
): boolean {
  return purges.length === 0 && covers(readKnowledge(db, release.id), knowledge.after);
}

/** Null: it may be applied without asking. */
function reasonToWait(
  { db }: Store,
  { manifest }: NamedBundle,
  plan: BundlePlan,
  { from, signature, marked, lost }: BundleInWords,
  unreadable: readonly string[],
  missing: number,
): readonly [WaitingFile['why'], string] | null {
  if (signature === 'unknown' && !isOwnHand(db, manifest))
    return ['key', `Nobody here has confirmed the key of ${from} yet.`];
  const [refused] = [...unreadable, ...plan.refused];
  // Also where this store was put back: what it lost lies in the folder, and comes first.
  const isEarly = !covers(readKnowledge(db, manifest.release.id), manifest.knowledge.before);
  if (isEarly) return ['earlier', refused ?? 'It builds on earlier changes that have not arrived here.'];
  if (refused !== undefined) return ['person', refused];
  if (lost !== null) return ['person', lost];
  if (marked.length > 0) return ['person', 'It changes fields that are not its sender’s.'];
  if (!isNewRelease(db, manifest) && livesAfter(manifest.release.id, plan.merge) === false)
    return ['person', `It removes ${manifest.release.name}, with whatever stands in it here.`];
  if (missing === 0) return null;
  const which = missing === 1 ? 'A file of its evidence has' : `${missing} files of its evidence have`;
  return ['evidence', `${which} not arrived in the folder yet.`];
}
