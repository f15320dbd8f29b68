import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { AppliedBundle } from '../../../shared/contract/bundle.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { countOf } from '../../../shared/domain/foundation/words.ts';
import { covers } from '../../../shared/domain/merge/knowledge.ts';
import type { Choice } from '../../../shared/domain/merge/plan.ts';
import { keeperOf } from '../../../shared/domain/roles/mayChange.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import { sentences } from '../../exchange/refusal.ts';
import { readAttachment, registerAttachment } from '../../store/attachments.ts';
import { backUp, listBackups } from '../../store/backups.ts';
import { inTransaction } from '../../store/db.ts';
import { renewStore } from '../../store/formerIds.ts';
import { readKnowledge } from '../../store/knowledge.ts';
import { lastEntry } from '../../store/ledger.ts';
import type { Store } from '../../store/openStore.ts';
import { emptyAgain } from '../../store/purge/applyPurges.ts';
import { readPurged } from '../../store/purge/purgedList.ts';
import { takeOutOfForeign } from '../../store/purge/takeTextsOut.ts';
import { writeInFolder } from '../../store/trust.ts';
import type { ChangeSet } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { stoppedSentence } from '../disposable.ts';
import { keepWhatIsSigned } from '../signatures.ts';
import { transact } from '../transact.ts';
import { applyPlan } from './applyPlan.ts';
import { type Asks, askFirst } from './askFirst.ts';
import { inWords, isNewRelease } from './inspectBundle.ts';
import { hearIntroductions } from './introductions.ts';
import { confirmKey } from './knownKeys.ts';
import { type ReadBundle, withBundle } from './openBundle.ts';
import { isOwnHand } from './ownHand.ts';
import { hearHistory } from './peerHistory.ts';
import { hearFrom } from './peers.ts';
import type { BundlePlan } from './planBundle.ts';
import { type PlannedBundle, planAgain, planInSlices } from './planInSlices.ts';
import { followPurges } from './purged.ts';
import { isInFolder, waitsNoMore } from './sharing.ts';
import { stageFiles, type TakenFile } from './stageFiles.ts';

export interface ApplyBundleInput {
  readonly file: string;
  readonly passphrase: string | null;
  /** `criterion:AC-01#text` → whose value stands; where nothing is chosen, the default does. */
  readonly choices: Readonly<Record<string, Choice>>;
  /** From `inspectBundle`; null: whatever the file holds now. */
  readonly token: string | null;
  readonly asks?: Asks | undefined;
}

/**
 * Applies a bundle in one transaction: all of it, or nothing. A backup is made before the first change. Other calls are
 * answered until it is planned and its files are copied, and it can be stopped until then; the writing is one step.
 */
export function applyBundle(
  context: EngineContext,
  store: Store,
  input: ApplyBundleInput,
): Promise<Result<AppliedBundle>> {
  const { file, passphrase } = input;
  return withBundle(context, store, { file, passphrase, checkFiles: false }, (read) =>
    applyRead(context, store, read, input),
  );
}

/** The same for a bundle that is open already. */
export async function applyRead(
  context: EngineContext,
  store: Store,
  read: ReadBundle,
  input: Omit<ApplyBundleInput, 'passphrase'>,
): Promise<Result<AppliedBundle>> {
  const { file, choices, token } = input;
  if (token !== null && token !== read.token) return fail('conflict', sentences.another, file);
  context.onProgress({ text: `Comparing ${countOf(read.deltas.length, 'record')}`, fraction: null });
  const plan = () => planInSlices(store, read, choices, context.signal);
  let planned = await plan();
  if (planned?.named.isOurIdTaken) {
    inTransaction(store.db, (db) => renewStore(db, context.stamps.newId(), { isSure: false, isGone: false }));
    planned = await plan();
  }
  if (!planned) return fail('cancelled', stoppedSentence);
  const asked = askedOf(context, store, read, planned, input.asks);
  if (!asked.ok) return asked;
  // The plan was made while nobody had confirmed the key.
  const made = asked.value ? await plan() : planned;
  if (!made) return fail('cancelled', stoppedSentence);
  const first = judge(read, made);
  if (!first.ok) return first;
  const overruling = overruled(context, first.value);
  if (overruling) return overruling;
  const taken = await stageFiles(context, store, read, dirname(resolve(file)));
  if (!taken.ok) return taken;
  const staged = taken.value;
  const again = () => planAgain(store, read, choices, made);
  try {
    if (context.signal.aborted) return fail('cancelled', stoppedSentence);
    if (first.value.merge.records.length > 0) backUpFirst(context, store);
    const work = (set: ChangeSet) => writeBundle(set, store, read, again(), file, staged);
    const applied = transact(context, store, work, 'sides');
    if (!applied.ok) {
      for (const one of staged) if (!readAttachment(store.db, one.sha256)) one.withdraw();
      return applied;
    }
    keepSigned(context, store, applied.value.releaseId);
    const { purges } = first.value;
    if (!followPurges(store, applied.value.releaseId, purges, context.stamps)) return applied;
    context.cache.clear();
    context.told.clear();
    return ok({ ...applied.value, revision: lastEntry(store.db) });
  } finally {
    for (const one of staged) one.discard();
  }
}

/** Asks what is to be asked, and confirms the sender's key where it was compared; whether it did. */
function askedOf(
  context: EngineContext,
  { db }: Store,
  read: ReadBundle,
  { named, plan }: PlannedBundle,
  asks: Asks | undefined,
): Result<boolean> {
  if (asks === undefined || read.refused.length + plan.refused.length > 0) return ok(false);
  const words = inWords(db, named.manifest, plan);
  const asked = askFirst(words, asks);
  if (!asked.ok || !asked.value) return asked;
  const { fingerprint, sender } = words;
  const done = inTransaction(db, (writable) => confirmKey(writable, { fingerprint, ...sender, on: context.today() }));
  return done.ok ? ok(true) : done;
}

/** The plan, or why this bundle is not applied. */
function judge({ manifest, refused }: ReadBundle, { plan }: PlannedBundle): Result<BundlePlan> {
  const sentence = [...refused, ...plan.refused][0];
  if (sentence !== undefined) return fail('invalidInput', `${sentence} Nothing was changed.`, manifest.release.name);
  const stray = plan.merge.strayChoices[0];
  if (stray !== undefined)
    return fail(
      'invalidInput',
      `This bundle holds no conflict “${stray}”, so there is nothing to choose; nothing was changed.`,
      stray,
    );
  return ok(plan);
}

/** A choice against what the owner of a field wrote is a change of theirs; the default is the owner's word already. */
function overruled(context: EngineContext, { merge }: BundlePlan): Result<never> | null {
  const role = context.role();
  for (const { type, kind, id, record, field, chosen, default: standing, mine, theirs } of merge.conflicts) {
    if (type !== 'field' || chosen === null || chosen === standing) continue;
    const before = merge.records.find(({ state }) => state.id === id)?.after.fields ?? {};
    const value = chosen === 'mine' ? mine : theirs;
    const keeper = keeperOf(role, kind, field, before, { ...before, [field]: value });
    if (keeper) return fail('notAllowed', `${keeper.sentence} Nothing was changed.`, `${record}#${field}`);
  }
  return null;
}

/** What came signed and stands here as it was signed is kept, so that later changes can be told from it. */
function keepSigned(context: EngineContext, store: Store, releaseId: string): void {
  const facts = context.cache.read(store.db, releaseId);
  if (facts) inTransaction(store.db, (db) => keepWhatIsSigned(db, releaseId, facts, context.today()));
}

/**
 * @param planned of the store as it stands inside the transaction
 * @param file where the bundle lies
 */
function writeBundle(
  set: ChangeSet,
  store: Store,
  read: ReadBundle,
  planned: PlannedBundle,
  file: string,
  staged: readonly TakenFile[],
): Result<AppliedBundle> {
  const { named } = planned;
  const { manifest } = named;
  const judged = judge(read, planned);
  if (!judged.ok) return judged;
  const { merge } = judged.value;
  const isNew = isNewRelease(set.db, manifest);
  const words = inWords(set.db, manifest, judged.value);
  const isNews =
    merge.records.length + merge.conflicts.length > 0 ||
    !covers(readKnowledge(set.db, manifest.release.id), manifest.knowledge.after);
  const applied = manifest.type === 'changes' && isNews ? applyPlan(set, merge, named) : { entry: null, through: null };
  const written = new Set(merge.records.map(({ state }) => state.id));
  for (const order of readPurged(store.paths)) {
    if (written.has(order.evidence)) emptyAgain(set.db, order, set.stamps, set.ledgerEnd);
    takeOutOfForeign(set.db, order.evidence);
  }
  for (const one of staged) {
    one.publish();
    registerAttachment(set.db, one, one.mediaType, lastEntry(set.db));
  }
  waitsNoMore(set.db, file);
  // A store is no reader of its own bundles, and nobody's peer for itself.
  if (!isOwnHand(set.db, manifest)) {
    hearFrom(set.db, manifest, set.stamps.now());
    hearIntroductions(set.db, manifest);
    writeInFolder(set.db, fingerprintOf(manifest.from.publicKey), isInFolder(set.db, file));
    hearHistory(set.db, manifest);
  }
  const { from, signature, vouchedBy, plan, heard, lost, removedHere, purged, submittedAgain } = words;
  return ok({
    from,
    signature,
    vouchedBy,
    plan,
    heard,
    lost,
    removedHere,
    purged,
    submittedAgain,
    releaseId: manifest.release.id,
    isNewRelease: isNew,
    ...applied,
    files: staged.length,
    protected: read.isProtected,
    revision: lastEntry(set.db),
  });
}

const backupsKept = 5;

function backUpFirst(context: EngineContext, store: Store): void {
  backUp(store.db, join(store.paths.backups, `before-bundle-${context.stamps.now().replace(/\W/g, '')}.sqlite`));
  const made = listBackups(store.paths).filter(({ name }) => name.startsWith('before-bundle-'));
  for (const { path } of made.slice(backupsKept)) rmSync(path, { force: true });
}
