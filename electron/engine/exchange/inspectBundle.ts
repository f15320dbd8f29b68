import type { BundleConflict, InspectedBundle, PlannedRecord } from '../../../shared/contract/bundle.ts';
import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { countOf, joinWords } from '../../../shared/domain/foundation/words.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import type { Choice, Conflict, MergePlan, PlannedChange } from '../../../shared/domain/merge/plan.ts';
import { asEntered, differenceOf } from '../../../shared/domain/merge/sameThing.ts';
import { type AcceptedPart, changedSinceAcceptance } from '../../../shared/domain/records/acceptance.ts';
import { personInWords } from '../../../shared/domain/records/whoInSentence.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import type { ReadableDb } from '../../store/db.ts';
import { readReleases, readRemovedReleases } from '../../store/facts.ts';
import type { Store } from '../../store/openStore.ts';
import { isTakenOut } from '../../store/purge/applyPurges.ts';
import type { PurgeOrder } from '../../store/purge/purgedList.ts';
import { readRecord } from '../../store/records.ts';
import { nameOf } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { stoppedSentence } from '../disposable.ts';
import { removedInWords, whoRemoved } from '../releaseByName.ts';
import { foresee } from './foresee.ts';
import { broughtAlong } from './introductions.ts';
import { withBundle } from './openBundle.ts';
import { lostByPeer } from './peerHistory.ts';
import type { BundlePlan } from './planBundle.ts';
import { planInSlices } from './planInSlices.ts';
import { filesToTake } from './stageFiles.ts';
import { trustOf } from './trust.ts';

export interface InspectBundleInput {
  readonly file: string;
  readonly passphrase: string | null;
  /** What would be chosen; only how the release would stand depends on it. */
  readonly choices?: Readonly<Record<string, Choice>>;
  /** The day to judge on; null: today in London. */
  readonly asOf?: CalendarDate | null;
}

/** Of each kind, so that many of one kind never hide another. */
const shownRecords = 200;

/** Reads a bundle and says what applying it would do. Changes nothing. */
export function inspectBundle(
  context: EngineContext,
  store: Store,
  input: InspectBundleInput,
): Promise<Result<InspectedBundle>> {
  const { file, passphrase } = input;
  return withBundle(context, store, { file, passphrase, checkFiles: true }, async (read) => {
    const { token, refused, deltas } = read;
    context.onProgress({ text: `Comparing ${countOf(deltas.length, 'record')}`, fraction: null });
    const planned = await planInSlices(store, read, input.choices ?? {}, context.signal);
    if (!planned) return fail('cancelled', stoppedSentence);
    const { named } = planned;
    const { manifest } = named;
    const plan = { ...planned.plan, refused: [...refused, ...planned.plan.refused] };
    return ok({
      ...inWords(store.db, manifest, plan),
      files: filesToTake(store, read).length,
      protected: read.isProtected,
      token,
      isNewRelease: isNewRelease(store.db, manifest),
      ...listed(plan.merge.outcome),
      readiness: foresee(context, store, named, plan, input.asOf ?? context.today()),
    });
  });
}

export function isNewRelease(db: ReadableDb, { release }: Manifest): boolean {
  return !readReleases(db).some(({ id }) => id === release.id);
}

/** What a bundle is and would do, without what only looking at it needs. */
export type BundleInWords = Pick<
  InspectedBundle,
  | 'from'
  | 'sender'
  | 'signature'
  | 'vouchedBy'
  | 'plan'
  | 'fingerprint'
  | 'type'
  | 'release'
  | 'createdAt'
  | 'marked'
  | 'heard'
  | 'lost'
  | 'removedHere'
  | 'purged'
  | 'submittedAgain'
>;

export function inWords(db: ReadableDb, manifest: Manifest, { merge, refused, purges }: BundlePlan): BundleInWords {
  const { from, release, createdAt, type } = manifest;
  const fingerprint = fingerprintOf(from.publicKey);
  const trust = trustOf(db, fingerprint, broughtAlong(db, manifest));
  const { added, changed, removed } = merge;
  return {
    from: personInWords(from),
    sender: { name: from.name, organisation: from.organisation },
    signature: trust ? 'known' : 'unknown',
    vouchedBy: trust?.vouchedBy ? personInWords(trust.vouchedBy) : null,
    plan: {
      added,
      changed,
      removed,
      refused: [...refused],
      conflicts: merge.conflicts.map(conflictInWords(db, merge)),
    },
    fingerprint,
    type,
    release,
    createdAt,
    marked: [...merge.marked],
    heard: merge.heard.map(conflictInWords(db, merge)),
    lost: lostByPeer(db, manifest),
    removedHere: removedHere(db, manifest, merge),
    purged: purges.flatMap((order) => purgedHere(db, order)),
    submittedAgain: merge.submittedAgain.map(submittedAgain),
  };
}

/** Nothing where it never was here, or is gone already. Its words are not told: they are what goes. */
function purgedHere(db: ReadableDb, { evidence, reason }: PurgeOrder): InspectedBundle['purged'] {
  const item = readRecord(db, 'evidence', evidence);
  if (!item || isTakenOut(db, evidence)) return [];
  const key = nameOf('evidence', item.fields);
  const sentence = `${key} goes for good, as at its sender’s: its file and words are taken out of this store, its history and its backups (${reason}).`;
  return [{ record: `evidence:${key}`, reason, sentence }];
}

const otherParts: Readonly<Record<AcceptedPart, string>> = {
  version: 'another version',
  sha256: 'another file',
  criteria: 'other criteria',
};

function submittedAgain(fields: Readonly<Record<string, unknown>>): InspectedBundle['submittedAgain'][number] {
  const key = nameOf('evidence', fields);
  const differs = [...changedSinceAcceptance(fields)];
  const had = joinWords(differs.map((part) => otherParts[part]));
  return {
    record: `evidence:${key}`,
    differs,
    sentence: `${key} is submitted again: what was accepted of it had ${had}.`,
  };
}

/** Whether a record lives once a plan is written; null where the plan leaves that as it is. */
export function livesAfter(id: string, { records, edits }: Pick<MergePlan, 'records' | 'edits'>): boolean | null {
  // What somebody chose is written after what the merge gives.
  const chosen = edits.findLast((edit) => edit.id === id && edit.alive !== null);
  return chosen?.alive ?? records.find(({ state }) => state.id === id)?.after.alive ?? null;
}

/** A release that was removed here takes changes in as any other, and nobody sees them: that is told. */
function removedHere(db: ReadableDb, { release }: Manifest, merge: MergePlan): InspectedBundle['removedHere'] {
  const gone = readRemovedReleases(db).find(({ id }) => id === release.id);
  if (!gone) return null;
  const comesBack = livesAfter(release.id, merge) ?? false;
  const sentence = comesBack
    ? `${whoRemoved(db, gone).removed}, and comes back with this.`
    : `${removedInWords(db, gone)} What this brings is kept with it, and seen nowhere until then.`;
  return { comesBack, sentence };
}

/** Of one thing that two entered, what the two records say differently. */
function conflictInWords(db: ReadableDb, { records }: MergePlan): (conflict: Conflict) => BundleConflict {
  const fieldsOf = ({ kind }: Conflict, id: unknown) =>
    asEntered(
      kind,
      records.find(({ state }) => state.id === id)?.after.fields ?? readRecord(db, kind, String(id))?.fields ?? {},
    );
  return (one) => {
    const { type, kind: _kind, id: _id, records: _records, ...conflict } = one;
    if (type !== 'sameThing') return conflict;
    const [mine, theirs] = [fieldsOf(one, conflict.mine), fieldsOf(one, conflict.theirs)];
    return { ...conflict, mine: differenceOf(mine, theirs), theirs: differenceOf(theirs, mine) };
  };
}

/** Kind by kind: how much changes, and the first records in words. */
function listed(records: readonly PlannedChange[]): Pick<InspectedBundle, 'records' | 'kinds'> {
  const shown: PlannedRecord[] = [];
  const kinds = new Map<PlannedRecord['kind'], { added: number; changed: number; removed: number }>();
  for (const record of records) {
    const words = recordInWords(record);
    const counts = kinds.get(words.kind) ?? { added: 0, changed: 0, removed: 0 };
    kinds.set(words.kind, counts);
    if (counts.added + counts.changed + counts.removed < shownRecords) shown.push(words);
    counts[words.action] += 1;
  }
  return { records: shown, kinds: [...kinds].map(([kind, counts]) => ({ kind, ...counts })) };
}

function statedIn(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(fields).filter((field) => (fields[field] ?? null) !== null && field !== 'onBehalf');
}

function recordInWords({ state, before, after, changed }: PlannedChange): PlannedRecord {
  const { kind } = state;
  const key = nameOf(kind, (before ?? after).fields);
  const line = (action: PlannedRecord['action'], names: readonly string[]) => ({
    action,
    kind,
    key,
    fields: names.map((field) => ({
      field,
      before: before?.fields[field] ?? null,
      after: after.fields[field] ?? null,
    })),
  });
  if (!after.alive) return line('removed', []);
  return before ? line('changed', changed) : line('added', statedIn(after.fields));
}
