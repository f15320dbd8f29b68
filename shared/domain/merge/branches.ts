import { type Dot, joinKnowledge, type Knowledge } from './knowledge.ts';
import type { RecordDelta, Stamp } from './state.ts';

/*
 * A store that was copied, or put back to an earlier state, may write one number twice with different content. The
 * history of a store is a chain of hashes, so that two stores who compare one hash compare all before it. Where they
 * differ the store has two branches, which are read as two writers: ours keeps its name, theirs is named after the first
 * entry in which it differs. That name is the same wherever the branch is met first, so that it is known again.
 */

/** The hashes that a store holds: of its own entries, and of those that bundles brought. */
export interface Chain {
  /** Undefined: no such entry is known; null: it came without its hash, from an earlier version. */
  readonly hashAt: (store: string, seq: number) => string | null | undefined;
  /** The hash of the first known entry after this number; null where there is none, or it has none. */
  readonly firstAfter: (store: string, seq: number) => string | null;
}

/** A store of which two branches are known: `own` and `other` are the hashes of their first entries after `above`. */
export interface Fork {
  readonly store: string;
  readonly above: number;
  readonly own: string;
  readonly other: string;
}

/** What a bundle says of the entries behind its numbers. */
export interface ToldChain {
  readonly before: Knowledge;
  readonly after: Knowledge;
  /** The hash of the entry at that number, where the sender holds it. */
  readonly beforeHashes: Readonly<Record<string, string>>;
  readonly afterHashes: Readonly<Record<string, string>>;
  readonly history: readonly { readonly storeId: string; readonly seq: number; readonly hash: string | null }[];
}

/** Writes of `from` after `above` are read as those of `to`; null: nothing tells whose they are. */
interface Rule {
  readonly above: number;
  readonly to: string | null;
}

/** How to read a sender's names as ours. */
export interface Naming {
  readonly rules: ReadonlyMap<string, Rule>;
  /** Forks that this bundle brought to light. */
  readonly found: readonly Fork[];
  /** Whether the bundle begins after the place where a store's branches part, so that it cannot be read. */
  readonly isBlind: boolean;
}

/** The name of the branch that begins with this entry: a UUID made of its hash. */
export function branchName(hash: string): string {
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** @param forks those known before @param known what we know, in our names */
export function nameBranches(told: ToldChain, known: Knowledge, chain: Chain, forks: readonly Fork[]): Naming {
  const rules = new Map<string, Rule>();
  const found: Fork[] = [];
  let isBlind = false;
  const byStore = new Map<string, { readonly seq: number; readonly hash: string | null }[]>();
  for (const { storeId, seq, hash } of told.history) {
    const entries = byStore.get(storeId);
    if (entries) entries.push({ seq, hash });
    else byStore.set(storeId, [{ seq, hash }]);
  }
  for (const store of new Set([...Object.keys(told.after), ...Object.keys(told.before)])) {
    const entries = (byStore.get(store) ?? []).sort((left, right) => left.seq - right.seq);
    const points = pointsOf(store, entries, told);
    const fork = forks.find((one) => one.store === store && isOther(one, points, chain));
    if (fork) {
      rules.set(store, { above: fork.above, to: branchName(fork.other) });
      continue;
    }
    if (!differs(store, points, told, known, chain)) continue;
    const above = lastCommon(store, points, told, chain);
    if (above === null) {
      isBlind = true;
      continue;
    }
    const own = chain.firstAfter(store, above);
    const other = entries.find(({ seq, hash }) => seq > above && hash !== null)?.hash ?? null;
    if (own !== null && other !== null) found.push({ store, above, own, other });
    rules.set(store, { above, to: other === null ? null : branchName(other) });
  }
  for (const { store, own } of [...forks, ...found]) rules.set(branchName(own), { above: 0, to: store });
  return { rules, found, isBlind };
}

interface Point {
  readonly seq: number;
  readonly hash: string;
}

function pointsOf(store: string, entries: readonly { seq: number; hash: string | null }[], told: ToldChain): Point[] {
  const ends = [
    { seq: told.before[store] ?? 0, hash: told.beforeHashes[store] ?? null },
    { seq: told.after[store] ?? 0, hash: told.afterHashes[store] ?? null },
  ];
  return [...entries, ...ends].flatMap(({ seq, hash }) => (hash === null || seq === 0 ? [] : [{ seq, hash }]));
}

/** Whether the sender's branch of this store is the one that a fork calls the other. */
function isOther({ above, other }: Fork, points: readonly Point[], { hashAt }: Chain): boolean {
  const name = branchName(other);
  return points.some(({ seq, hash }) => seq > above && (hash === other || hashAt(name, seq) === hash));
}

function differs(
  store: string,
  points: readonly Point[],
  { before, after }: ToldChain,
  known: Knowledge,
  { hashAt }: Chain,
): boolean {
  const ours = known[store] ?? 0;
  if (ours === 0 || points.length === 0) return false;
  const isAnother = points.some(({ seq, hash }) => {
    if (seq > ours) return false;
    const held = hashAt(store, seq);
    return held === undefined || (held !== null && held !== hash);
  });
  if (isAnother) return true;
  const isTold = (before[store] ?? 0) < ours && ours <= (after[store] ?? 0);
  return isTold && typeof hashAt(store, ours) === 'string' && !points.some(({ seq }) => seq === ours);
}

/** Null where the bundle does not reach back far enough to tell. */
function lastCommon(store: string, points: readonly Point[], { before }: ToldChain, { hashAt }: Chain): number | null {
  const common = points.filter(({ seq, hash }) => hashAt(store, seq) === hash).map(({ seq }) => seq);
  if (common.length > 0) return Math.max(...common);
  return (before[store] ?? 0) === 0 ? 0 : null;
}

/** A store as its newest writes are named. */
export function renameStore({ rules }: Naming, store: string): string {
  return rules.get(store)?.to ?? store;
}

/** Null: it is not known whose write this is. */
function renameDot({ rules }: Naming, { store, seq }: Dot): string | null {
  const rule = rules.get(store);
  return rule && seq > rule.above ? rule.to : store;
}

export function renameKnowledge({ rules }: Naming, knowledge: Knowledge): Knowledge {
  let renamed: Knowledge = {};
  for (const [store, seq] of Object.entries(knowledge)) {
    const rule = rules.get(store);
    const isApart = rule !== undefined && seq > rule.above;
    const common = isApart ? rule.above : seq;
    if (common > 0) renamed = joinKnowledge(renamed, { [store]: common });
    if (isApart && rule.to !== null) renamed = joinKnowledge(renamed, { [rule.to]: seq });
  }
  return renamed;
}

/** Null where a write in it is of a branch that nothing tells of. */
export function renameDelta(naming: Naming, delta: RecordDelta): RecordDelta | null {
  let isNamed = true;
  const rename = <V extends { readonly stamp: Stamp }>(version: V): V => {
    const store = renameDot(naming, version.stamp);
    if (store === null) isNamed = false;
    return store === null || store === version.stamp.store
      ? version
      : { ...version, stamp: { ...version.stamp, store } };
  };
  const fields = new Map([...delta.fields].map(([field, versions]) => [field, versions.map(rename)] as const));
  const life =
    delta.life
      ?.map(rename)
      .map((version) => ({ ...version, saw: version.saw && renameKnowledge(naming, version.saw) })) ?? null;
  return isNamed ? { ...delta, life, fields } : null;
}

export function renameEntry<E extends { readonly storeId: string; readonly seq: number }>(naming: Naming, entry: E): E {
  const store = renameDot(naming, { store: entry.storeId, seq: entry.seq });
  return store === null || store === entry.storeId ? entry : { ...entry, storeId: store };
}
