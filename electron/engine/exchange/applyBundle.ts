import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppliedBundle } from '../../../shared/contract/bundle.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { covers } from '../../../shared/domain/merge/knowledge.ts';
import type { Choice } from '../../../shared/domain/merge/plan.ts';
import { keeperOf } from '../../../shared/domain/roles/mayChange.ts';
import { sentences } from '../../exchange/refusal.ts';
import {
  attachmentPath,
  readAttachment,
  registerAttachment,
  type StagedFile,
  stageFile,
} from '../../store/attachments.ts';
import { backUp, listBackups } from '../../store/backups.ts';
import { inOneState, inTransaction } from '../../store/db.ts';
import { isHashOfEvidence } from '../../store/evidenceHashes.ts';
import { readKnowledge } from '../../store/exchange.ts';
import { renewStore } from '../../store/formerIds.ts';
import { lastEntry } from '../../store/ledger.ts';
import type { Store } from '../../store/openStore.ts';
import { readPurged } from '../../store/purge/purgedList.ts';
import { takeOutOfForeign } from '../../store/purge/takeTextsOut.ts';
import type { ChangeSet } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { stoppedSentence } from '../disposable.ts';
import { mediaTypeOf } from '../mediaType.ts';
import { keepWhatIsSigned } from '../signatures.ts';
import { transact } from '../transact.ts';
import { applyPlan } from './applyPlan.ts';
import { inOurNames, type NamedBundle } from './inOurNames.ts';
import { inWords, isNewRelease } from './inspectBundle.ts';
import { type ReadBundle, withBundle } from './openBundle.ts';
import { hearHistory } from './peerHistory.ts';
import { hearFrom } from './peers.ts';
import { type BundlePlan, planBundle } from './planBundle.ts';
import { followPurges } from './purged.ts';

export interface ApplyBundleInput {
  readonly file: string;
  readonly passphrase: string | null;
  /** `criterion:AC-01#text` → whose value stands; where nothing is chosen, the default does. */
  readonly choices: Readonly<Record<string, Choice>>;
  /** From `inspectBundle`; null: whatever the file holds now. */
  readonly token: string | null;
}

interface TakenFile extends StagedFile {
  readonly mediaType: string;
}

/** Applies a bundle in one transaction: all of it, or nothing. A backup is made before the first change. */
export function applyBundle(
  context: EngineContext,
  store: Store,
  input: ApplyBundleInput,
): Promise<Result<AppliedBundle>> {
  const { file: named, passphrase } = input;
  return withBundle(context, store, { file: named, passphrase, checkFiles: false }, async (read) => {
    if (input.token !== null && input.token !== read.token) return fail('conflict', sentences.another, named);
    if (namesOf(store, read).isOurIdTaken)
      inTransaction(store.db, (db) => renewStore(db, context.stamps.newId(), { isSure: false, isGone: false }));
    const first = judge(store, read, input.choices);
    if (!first.ok) return first;
    const overruling = overruled(context, first.value);
    if (overruling) return overruling;
    const { merge } = first.value;
    if (merge.records.length > 0) backUpFirst(context, store);
    const taken = await stageFiles(context, store, read);
    if (!taken.ok) return taken;
    const staged = taken.value;
    try {
      const applied = transact(context, store, (set) => writeBundle(set, store, read, input.choices, staged), 'sides');
      if (!applied.ok) {
        for (const file of staged) if (!readAttachment(store.db, file.sha256)) file.withdraw();
        return applied;
      }
      keepSigned(context, store, applied.value.releaseId);
      const { purges } = first.value;
      if (purges.length === 0) return applied;
      followPurges(store, applied.value.releaseId, purges, context.stamps);
      context.cache.clear();
      context.told.clear();
      return ok({ ...applied.value, revision: lastEntry(store.db) });
    } finally {
      for (const file of staged) file.discard();
    }
  });
}

function namesOf(store: Store, read: ReadBundle): NamedBundle {
  return inOneState(store.db, () => inOurNames(store.db, read));
}

/** The plan, or why this bundle is not applied. */
function judge(store: Store, read: ReadBundle, choices: ApplyBundleInput['choices']): Result<BundlePlan> {
  const { manifest, refused } = read;
  const plan = inOneState(store.db, () => planBundle(store, inOurNames(store.db, read), choices));
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
  if (role === null) return null;
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

/** Planned again inside the transaction, for the window may have changed something while the files were copied. */
function writeBundle(
  set: ChangeSet,
  store: Store,
  read: ReadBundle,
  choices: ApplyBundleInput['choices'],
  staged: readonly TakenFile[],
): Result<AppliedBundle> {
  const named = namesOf(store, read);
  const { manifest } = named;
  const judged = judge(store, read, choices);
  if (!judged.ok) return judged;
  const { merge } = judged.value;
  const isNew = isNewRelease(set.db, manifest);
  const words = inWords(set.db, manifest, judged.value);
  const isNews =
    merge.records.length + merge.conflicts.length > 0 ||
    !covers(readKnowledge(set.db, manifest.release.id), manifest.knowledge.after);
  const applied = manifest.type === 'changes' && isNews ? applyPlan(set, merge, named) : { entry: null, through: null };
  for (const { evidence } of readPurged(store.paths)) takeOutOfForeign(set.db, evidence);
  for (const file of staged) {
    file.publish();
    registerAttachment(set.db, file, file.mediaType, lastEntry(set.db));
  }
  hearFrom(set.db, manifest, set.stamps.now());
  hearHistory(set.db, manifest);
  const { from, signature, plan, heard, lost } = words;
  return ok({
    from,
    signature,
    plan,
    heard,
    lost,
    releaseId: manifest.release.id,
    isNewRelease: isNew,
    ...applied,
    files: staged.length,
    revision: lastEntry(set.db),
  });
}

/** Files that we lack, copied and checked; what was taken out here for good stays out. */
async function stageFiles(
  { signal }: EngineContext,
  store: Store,
  { files, deltas, unpack }: ReadBundle,
): Promise<Result<readonly TakenFile[]>> {
  const names = new Map<string, string>();
  for (const { kind, fields } of deltas) {
    if (kind !== 'evidence') continue;
    for (const { value } of fields.get('sha256') ?? [])
      names.set(String(value), String(fields.get('file')?.[0]?.value ?? ''));
  }
  const wanted = files.filter((sha256) => isWanted(store, sha256, names.has(sha256)));
  const unpacked = await unpack(wanted);
  if (!unpacked.ok) return unpacked;
  const staged: TakenFile[] = [];
  try {
    for (const sha256 of wanted)
      staged.push(await stageOne(store, unpacked.value(sha256), names.get(sha256) || sha256, signal));
    return ok(staged);
  } catch (error) {
    for (const file of staged) file.discard();
    if (signal.aborted) return fail('cancelled', stoppedSentence);
    throw error;
  }
}

/** A file that no record names, of the bundle or of ours, is nobody's evidence and is left where it is. */
function isWanted(store: Store, sha256: string, isNamed: boolean): boolean {
  if (!isNamed && !isHashOfEvidence(store.db, sha256)) return false;
  const known = readAttachment(store.db, sha256);
  if (!known) return true;
  return known.purgeReason === null && !existsSync(attachmentPath(store.paths.files, sha256));
}

/** Moved, as it were: what was copied goes at once, so that the disk holds no file twice. */
async function stageOne(store: Store, unpacked: string, name: string, signal: AbortSignal): Promise<TakenFile> {
  const staged = await stageFile(store.paths.files, unpacked, { signal });
  rmSync(unpacked);
  return { ...staged, mediaType: await mediaTypeOf(staged.path, name) };
}

const backupsKept = 5;

function backUpFirst(context: EngineContext, store: Store): void {
  backUp(store.db, join(store.paths.backups, `before-bundle-${context.stamps.now().replace(/\W/g, '')}.sqlite`));
  const made = listBackups(store.paths).filter(({ name }) => name.startsWith('before-bundle-'));
  for (const { path } of made.slice(backupsKept)) rmSync(path, { force: true });
}
