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

/** From a number on, a store's writes are read as those of another one; null: nothing tells whose they are. */
interface Segment {
  readonly above: number;
  readonly to: string | null;
}

/** How to read a sender's names as ours. */
export interface Naming {
  /** By the sender's name, in the order of their numbers. */
  readonly rules: ReadonlyMap<string, readonly Segment[]>;
  /** Forks that this bundle brought to light. */
  readonly found: readonly Fork[];
  /** Whether the bundle begins after the place where a store's branches part, so that it cannot be read. */
  readonly isBlind: boolean;
}

/** The name of the branch that begins with this entry: a UUID made of its hash. */
export function branchName(hash: string): string {
  const groups = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return [...groups, hash.slice(20, 32)].join('-');
}

/** @param forks those known before @param known what we know, in our names */
export function nameBranches(told: ToldChain, known: Knowledge, chain: Chain, forks: readonly Fork[]): Naming {
  const rules = new Map<string, readonly Segment[]>();
  const found: Fork[] = [];
  let isBlind = false;
  const entriesOf = Map.groupBy(told.history, ({ storeId }) => storeId);
  for (const store of new Set([...Object.keys(told.after), ...Object.keys(told.before)])) {
    const entries = (entriesOf.get(store) ?? []).toSorted((left, right) => left.seq - right.seq);
    const branch = { store, entries, points: pointsOf(store, entries, told), told, known, chain };
    const segments = follow(branch, [...forks, ...found], found);
    if (segments === null) isBlind = true;
    else if (segments.length > 0) rules.set(store, segments);
  }
  // What others call after its first entry may be what bears the store's own name here.
  for (const { store, own } of found)
    if (!rules.has(branchName(own))) rules.set(branchName(own), [{ above: 0, to: store }]);
  return { rules, found, isBlind };
}

interface Branch {
  readonly store: string;
  readonly entries: ToldChain['history'];
  readonly points: readonly Point[];
  readonly told: ToldChain;
  readonly known: Knowledge;
  readonly chain: Chain;
}

/** Goes along a sender's branch, from one of our names to the next where they part; null where it cannot be told. */
function follow(branch: Branch, forks: readonly Fork[], found: Fork[]): readonly Segment[] | null {
  const { store, entries, points, told, known, chain } = branch;
  const home = forks.find(({ own }) => branchName(own) === store)?.store ?? store;
  const segments: Segment[] = home === store ? [] : [{ above: 0, to: home }];
  const passed = new Set<string>();
  for (let name = home, start = 0; !passed.has(name); ) {
    passed.add(name);
    const rest = points.filter(({ seq }) => seq > start);
    const fork = forks.find((one) => one.store === name && one.above >= start && isOther(one, rest, chain));
    if (fork) {
      const next = branchName(fork.other);
      segments.push({ above: fork.above, to: next });
      [name, start] = [next, fork.above];
      continue;
    }
    if (!differs(branch, rest, name)) break;
    const common = rest.filter(({ seq, hash }) => chain.hashAt(name, seq) === hash).map(({ seq }) => seq);
    const above = common.length > 0 ? Math.max(...common) : start > 0 || !(told.before[store] ?? 0) ? start : null;
    if (above === null) return null;
    const own = chain.firstAfter(name, above);
    const other = entries.find(({ seq, hash }) => seq > above && hash !== null)?.hash ?? null;
    if (own !== null && other !== null) found.push({ store: name, above, own, other });
    segments.push({ above, to: other === null ? null : branchName(other) });
    if (other === null || known[branchName(other)] === undefined) break;
    [name, start] = [branchName(other), above];
  }
  return segments;
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

function differs({ store, told, known, chain }: Branch, points: readonly Point[], name: string): boolean {
  const ours = known[name] ?? 0;
  if (ours === 0 || points.length === 0) return false;
  const isAnother = points.some(({ seq, hash }) => {
    if (seq > ours) return false;
    const held = chain.hashAt(name, seq);
    return held === undefined || (held !== null && held !== hash);
  });
  if (isAnother) return true;
  const isTold = (told.before[store] ?? 0) < ours && ours <= (told.after[store] ?? 0);
  return isTold && typeof chain.hashAt(name, ours) === 'string' && !points.some(({ seq }) => seq === ours);
}

/** A store as its newest writes are named. */
export function renameStore({ rules }: Naming, store: string): string {
  return rules.get(store)?.at(-1)?.to ?? store;
}

/** Null: it is not known whose write this is. */
function renameDot({ rules }: Naming, { store, seq }: Dot): string | null {
  const segment = rules.get(store)?.findLast(({ above }) => seq > above);
  return segment ? segment.to : store;
}

export function renameKnowledge({ rules }: Naming, knowledge: Knowledge): Knowledge {
  let renamed: Knowledge = {};
  for (const [store, seq] of Object.entries(knowledge)) {
    const segments = [{ above: 0, to: store }, ...(rules.get(store) ?? [])];
    segments.forEach(({ above, to }, at) => {
      const through = Math.min(seq, segments[at + 1]?.above ?? seq);
      if (to !== null && through > above) renamed = joinKnowledge(renamed, { [to]: through });
    });
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
