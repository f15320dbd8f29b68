import {
  branchName,
  type Fork,
  nameBranches,
  renameDelta,
  renameEntry,
  renameKnowledge,
  renameStore,
} from '../../../shared/domain/merge/branches.ts';
import type { Knowledge } from '../../../shared/domain/merge/knowledge.ts';
import type { HistoryEntry, Manifest } from '../../../shared/domain/merge/manifest.ts';
import type { RecordDelta } from '../../../shared/domain/merge/state.ts';
import { readChain, readForks } from '../../store/branches.ts';
import type { ReadableDb } from '../../store/db.ts';
import { ownIds, readFormerIds } from '../../store/formerIds.ts';
import { readKnowledge } from '../../store/knowledge.ts';
import { readStoreId } from '../../store/metadata.ts';
import type { ReadBundle } from './openBundle.ts';

/** A bundle in this store's names: a store of which two branches exist is two writers in it. */
export interface NamedBundle {
  readonly manifest: Manifest;
  readonly deltas: readonly RecordDelta[];
  readonly history: readonly HistoryEntry[];
  /** Forks that this bundle brought to light. */
  readonly found: readonly Fork[];
  /** The names of branches that are known to be another copy's. */
  readonly copies: ReadonlySet<string>;
  /** Whether somebody else wrote under the id that this store writes under. */
  readonly isOurIdTaken: boolean;
  /** It was made for this store as it was before it was put back: what it brings is taken, what it leaves out is not known. */
  readonly isPartial: boolean;
  readonly refused: readonly string[];
}

/** Reads a bundle's numbers by the hashes behind them, never by themselves. Changes nothing. */
export function inOurNames(db: ReadableDb, { manifest, deltas, history }: ReadBundle): NamedBundle {
  const releaseId = manifest.release.id;
  const known = readKnowledge(db, releaseId);
  const told = provenKnowledge(manifest, known, deltas, history);
  const forks = readForks(db, releaseId);
  const naming = nameBranches({ ...told, history }, known, readChain(db, releaseId), forks);
  const renamed = deltas.flatMap((delta) => renameDelta(naming, delta) ?? []);
  const own = readStoreId(db);
  const before = renameKnowledge(naming, told.before);
  const after = renameKnowledge(naming, told.after);
  // A reader of its own, though it goes by the name and has the key of another copy.
  const from = {
    ...manifest.from,
    storeId: renameStore(naming, manifest.from.storeId),
    formerly: manifest.from.formerly.map((id) => renameStore(naming, id)),
  };
  const isAhead = (after[own] ?? 0) > (known[own] ?? 0);
  const former = readFormerIds(db);
  const isBlind = naming.isBlind || renamed.length < deltas.length;
  return {
    manifest: { ...manifest, from, knowledge: { ...manifest.knowledge, before, after } },
    deltas: renamed,
    history: history.map((entry) => renameEntry(naming, entry)),
    found: naming.found,
    copies: new Set([...forks, ...naming.found].map(({ other }) => branchName(other))),
    isOurIdTaken: isAhead || naming.rules.has(own),
    isPartial: former.some(({ id, isSure }) => isSure && (before[id] ?? 0) > (known[id] ?? 0)),
    refused: isBlind || isTooLate(db, before, known) ? [sentenceOf(manifest)] : [],
  };
}

/**
 * Whether the sender takes as known what this store wrote and lost, and has perhaps written otherwise since: only a
 * bundle that begins before that tells which is which.
 */
function isTooLate(db: ReadableDb, before: Knowledge, known: Knowledge): boolean {
  const sure = new Set(readFormerIds(db).flatMap(({ id, isSure }) => (isSure ? [id] : [])));
  return ownIds(db).some((id) => !sure.has(id) && (before[id] ?? 0) > (known[id] ?? 0));
}

function sentenceOf({ from }: Manifest): string {
  return `${from.name} knows changes of this store that it no longer has, because it was put back to an earlier state; make a bundle for ${from.name} first, and apply the next one that comes back.`;
}

/** What is claimed beyond every write that the bundle holds or builds on, nobody ever sent. A receipt holds none. */
function provenKnowledge(
  { knowledge, type }: Manifest,
  known: Knowledge,
  deltas: readonly RecordDelta[],
  history: readonly HistoryEntry[],
): Manifest['knowledge'] {
  if (type === 'receipt') return knowledge;
  const proven = new Map<string, number>();
  const see = (store: string, seq: number) => proven.set(store, Math.max(seq, proven.get(store) ?? 0));
  for (const { storeId, seq } of history) see(storeId, seq);
  for (const { life, fields } of deltas)
    for (const { stamp } of [...(life ?? []), ...[...fields.values()].flat()]) see(stamp.store, stamp.seq);
  for (const told of [known, knowledge.before]) for (const [store, seq] of Object.entries(told)) see(store, seq);
  const after = Object.entries(knowledge.after)
    .map(([store, seq]) => [store, Math.min(seq, proven.get(store) ?? 0)] as const)
    .filter(([, seq]) => seq > 0);
  return { ...knowledge, after: Object.fromEntries(after) };
}
