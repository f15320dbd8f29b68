import { createHash } from 'node:crypto';
import { inOneGo } from '../../shared/domain/foundation/steps.ts';
import {
  type Fork,
  nameBranches,
  renameDelta,
  renameEntry,
  renameKnowledge,
  renameStore,
} from '../../shared/domain/merge/branches.ts';
import { deltaOf } from '../../shared/domain/merge/join.ts';
import { covers, joinKnowledge, type Knowledge, knows } from '../../shared/domain/merge/knowledge.ts';
import type { Choice, MergePlan } from '../../shared/domain/merge/plan.ts';
import { planMerge } from '../../shared/domain/merge/planMerge.ts';
import { isSameThing, makerOf } from '../../shared/domain/merge/sameThing.ts';
import type { RecordState, Stamp } from '../../shared/domain/merge/state.ts';
import { togetherWith, withTogether } from '../../shared/domain/merge/together.ts';
import { rulingField, sameValue, seen } from '../../shared/domain/merge/winner.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { CausalHistory, toldFault } from './causalHistory.ts';
import { HeldChain } from './heldChain.ts';
import { attachedOf, type MemoryBundle, type Purged, pairOf } from './memoryBundle.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A store in memory: it holds the state itself, and plans and applies with the very functions that the app uses. */
export class Replica {
  store: string;
  readonly organisation: string;
  records = new Map<string, RecordState>();
  /** Every value ever written or replaced here, as the ledger keeps it. */
  ledger: { readonly id: string; readonly field: string; readonly value: unknown }[] = [];
  history: CausalHistory;
  /** The registers of which a conflict was ever listed here, as the store notes them. */
  listed = new Set<string>();
  /** Pairs of one thing of which the second was entered here beside the first, by somebody who could see it. */
  besides = new Set<string>();
  /** Of every evidence item what its file, hash and size were together at some time. */
  attached = new Set<string>();
  /** The first thing that was not as the plain history says. */
  fault: string | null = null;
  /** What was taken out for good, here or elsewhere. */
  purged: Purged = new Map();
  known: Knowledge = {};
  /** What each other replica said it knows. */
  told = new Map<string, Knowledge>();
  /** Of every known write the hash of its entry, by store and number. */
  private chain = new HeldChain();
  private forks: readonly Fork[] = [];
  private head = '';
  private seq = 0;
  private readonly clock: () => number;
  private readonly newId: () => string;
  /** What was written here and can be taken back, the newest last. */
  private deeds: { readonly id: string; readonly before: Fields; readonly after: Fields }[] = [];
  /** Copies write other entries, also where they write the same at the same moment: an entry has an id of its own. */
  private readonly copies: { count: number };
  private readonly copyNumber: number;

  /** @param newId the name to go on under where its own is taken; not random, so that a failure can be had again */
  constructor(
    store: string,
    organisation: string,
    clock: () => number,
    newId: () => string,
    history = new CausalHistory(),
    copies = { count: 0 },
  ) {
    this.history = history;
    this.copies = copies;
    this.copyNumber = copies.count;
    copies.count += 1;
    this.store = store;
    this.organisation = organisation;
    this.clock = clock;
    this.newId = newId;
  }

  /** A copy of everything, as of a folder: whoever goes on in it. */
  copy(): Replica {
    const { store, organisation, clock, newId, history, copies } = this;
    const copy = new Replica(store, organisation, clock, newId, history, copies);
    copy.takeOver(this);
    return copy;
  }

  /** Its folder was replaced by this copy of it. */
  takeOver(other: Replica): void {
    this.store = other.store;
    this.records = new Map(other.records);
    // For the judge, who forgets nothing that was ever written.
    this.ledger = [...this.ledger, ...other.ledger];
    this.history = other.history.copy();
    this.attached = new Set([...this.attached, ...other.attached]);
    this.listed = new Set(other.listed);
    this.besides = new Set(other.besides);
    this.known = other.known;
    this.purged = other.purged;
    this.told = new Map(other.told);
    this.chain = other.chain.copy();
    this.forks = other.forks;
    this.head = other.head;
    this.seq = other.seq;
    this.deeds = [...other.deeds];
  }

  /** It found out that it is not where it was, or that another one writes under its name. */
  renew(store: string): void {
    this.store = store;
  }

  create(kind: RecordKind, id: string, fields: Fields): void {
    const stamp = this.stamp(kind, fields, [id]);
    const versions = Object.entries(fields).map(([field, value]) => [field, [{ stamp, value }]] as const);
    this.records.set(id, { kind, id, life: [{ stamp, alive: true, saw: null }], fields: new Map(versions) });
    this.history.add(id, '@life', this.head, true);
    for (const [field, value] of Object.entries(fields)) {
      this.ledger.push({ id, field, value });
      this.history.add(id, field, this.head, value);
    }
    this.noteBeside(kind, id);
  }

  private noteBeside(kind: RecordKind, id: string): void {
    const living = [...this.living(kind)];
    const own = living.find((one) => one.id === id)?.fields ?? {};
    for (const other of living) if (isSameThing(kind, own, other.fields)) this.besides.add(pairOf(id, other.id));
  }

  /** Somebody writes of a file's fields some or all, but for what was taken out; what they then say is for the judge. */
  attach(id: string, fields: Fields): void {
    const isRefused = [...this.purged].some(([item, hashes]) => item === id || hashes.has(fields.sha256));
    if (isRefused) return;
    this.edit(id, fields);
    const state = this.records.get(id);
    if (state && seen(state).alive) this.attached.add(attachedOf(id, seen(state).fields));
  }

  /** As the store does it: only a living record, only what differs, and what stands together with it. */
  edit(id: string, fields: Fields): void {
    const state = this.records.get(id);
    if (!state) return;
    const { alive, fields: current } = seen(state);
    const changed = Object.entries(fields).filter(([field, value]) => !sameValue(current[field] ?? null, value));
    if (!alive || changed.length === 0) return;
    const after = withTogether(state.kind, current, Object.fromEntries(changed));
    this.deeds.push({
      id,
      before: Object.fromEntries(Object.keys(after).map((field) => [field, current[field] ?? null])),
      after,
    });
    this.write(id, after, null);
  }

  /** Takes the last edit made here back, as the app does it: refused where something else stands there by now. */
  undo(): void {
    const deed = this.deeds.pop();
    const state = deed && this.records.get(deed.id);
    if (!deed || !state) return;
    const { alive, fields } = seen(state);
    const stands = Object.entries(deed.after).every(([field, value]) => sameValue(fields[field] ?? null, value));
    if (alive && stands) this.write(deed.id, deed.before, null);
  }

  /** Takes the first file that is here out for good, with every one that its item ever had here. */
  purge(): void {
    const item = [...this.living('evidence')].find(({ fields }) => fields.file != null && fields.sha256 != null);
    if (!item) return;
    const had = this.ledger.filter(({ id, field }) => id === item.id && field === 'sha256').map(({ value }) => value);
    this.takeOut(new Map([[item.id, new Set([...had, item.fields.sha256])]]));
  }

  /** What is taken out and not yet here: emptied as the store does it, by a write of its own. */
  private takeOut(orders: Purged): void {
    for (const [id, ordered] of orders) {
      const known = this.purged.get(id);
      const hashes = new Set([...(known ?? []), ...ordered]);
      this.purged = new Map([...this.purged, [id, hashes]]);
      const state = this.records.get(id);
      if (!state) continue;
      const { fields, alive } = seen(state);
      const isShown = fields.file !== null && hashes.has(fields.sha256);
      if (known?.size === hashes.size && !isShown) continue;
      const empty = Object.entries({ file: null, status: 'withdrawn' }).filter(([name, to]) => fields[name] !== to);
      if (empty.length === 0) continue;
      this.write(id, withTogether('evidence', fields, Object.fromEntries(empty)), alive ? null : false);
      this.attached.add(attachedOf(id, seen(this.records.get(id) as RecordState).fields));
    }
  }

  setAlive(id: string, alive: boolean): void {
    const state = this.records.get(id);
    if (!state || seen(state).alive === alive) return;
    this.write(id, {}, alive);
    if (alive) this.noteBeside(state.kind, id);
  }

  export(to: string | null): MemoryBundle {
    const before = (to && this.told.get(to)) || {};
    const deltas = [...this.records.values()].flatMap((state) => deltaOf(state, before) ?? []);
    const entries = this.chain.entries().filter(({ storeId, seq }) => !knows(before, { store: storeId, seq }));
    const [beforeHashes, afterHashes] = [this.chain.hashesAt(before), this.chain.hashesAt(this.known)];
    const told = { before, after: this.known, beforeHashes, afterHashes, history: entries };
    return { from: this.store, told, deltas, purged: this.purged, history: this.history.copy() };
  }

  /** Null: it cannot be taken, for it builds on what is not here. */
  apply(bundle: MemoryBundle, choices: Readonly<Record<string, Choice>> = {}): MergePlan | null {
    const naming = nameBranches(bundle.told, this.known, this.chain, this.forks);
    const [before, after] = [bundle.told.before, bundle.told.after].map((one) => renameKnowledge(naming, one)) as [
      Knowledge,
      Knowledge,
    ];
    const deltas = bundle.deltas.flatMap((delta) => renameDelta(naming, delta) ?? []);
    const isTaken = naming.rules.has(this.store) || (after[this.store] ?? 0) > (this.known[this.store] ?? 0);
    if (isTaken) this.renew(this.newId());
    if (naming.isBlind || deltas.length < bundle.deltas.length || !covers(this.known, before)) return null;
    const planned = planMerge({
      mine: (_kind, id) => this.records.get(id) ?? null,
      living: (kind) => this.living(kind),
      known: this.known,
      theirKnowledge: after,
      deltas,
      choices,
      own: this.store,
      isTakenOut: (id, field) => this.purged.has(id) && (field === 'file' || field === 'status'),
      isNoted: (one, other) => this.listed.has(pairOf(one, other)),
    });
    const plan = inOneGo(planned);
    this.forks = [...this.forks, ...naming.found];
    for (const entry of bundle.told.history) this.chain.keep(renameEntry(naming, entry));
    this.fault ??= toldFault(plan.conflicts, this.history.conflictsWith(bundle.history), (id, field) =>
      togetherWith(this.records.get(id)?.kind ?? 'release', field),
    );
    this.history.join(bundle.history);
    for (const { state, changed, after } of plan.records) {
      this.records.set(state.id, state);
      for (const field of changed) this.ledger.push({ id: state.id, field, value: after.fields[field] });
    }
    for (const { id, field, mine, theirs } of plan.conflicts.filter(({ type }) => type !== 'sameThing'))
      for (const value of [mine, theirs]) this.ledger.push({ id, field, value });
    for (const { type, id, field, mine, theirs } of [...plan.conflicts, ...plan.heard])
      if (type === 'sameThing') this.listed.add(pairOf(String(mine), String(theirs)));
      else if (type !== 'sameKey') this.listed.add(`${id}#${type === 'life' ? '@life' : field}`);
    this.known = joinKnowledge(this.known, after);
    const from = renameStore(naming, bundle.from);
    this.told.set(from, joinKnowledge(this.told.get(from) ?? {}, after));
    this.fault ??= this.history.faultIn(this.records.values(), ({ store, seq }) => this.chain.hashAt(store, seq) ?? '');
    for (const { id, fields, alive } of plan.edits) this.write(id, fields, alive);
    this.takeOut(new Map([...this.purged, ...bundle.purged]));
    return plan;
  }

  facts(): unknown {
    return [...this.records.values()]
      .map((state) => ({ id: state.id, ...seen(state) }))
      .map(({ alive, ...record }) => (alive ? record : { id: record.id, alive }))
      .sort((left, right) => (left.id < right.id ? -1 : 1));
  }

  *living(kind: RecordKind) {
    for (const state of this.records.values()) {
      if (state.kind !== kind) continue;
      const { alive, fields } = seen(state);
      if (alive) yield { id: state.id, fields };
    }
  }

  makerOf(id: string): string | null {
    return makerOf(this.records.get(id) ?? null)?.store ?? null;
  }

  private write(id: string, fields: Fields, alive: boolean | null): void {
    const state = this.records.get(id) as RecordState;
    const stamp = this.stamp(state.kind, { ...seen(state).fields, ...fields }, [id, fields, alive]);
    const versions = new Map(state.fields);
    for (const [field, value] of Object.entries(fields)) {
      versions.set(field, [{ stamp, value }]);
      this.ledger.push({ id, field, value });
      this.history.add(id, field, this.head, value);
    }
    if (alive !== null) this.history.add(id, '@life', this.head, alive);
    const life = alive === null ? state.life : [{ stamp, alive, saw: alive ? null : this.known }];
    this.records.set(id, { ...state, life, fields: versions });
  }

  private stamp(kind: RecordKind, fields: Fields, written: unknown): Stamp {
    this.seq += 1;
    this.known = { ...this.known, [this.store]: this.seq };
    const ruling = rulingField(kind);
    const at = new Date(1_790_000_000_000 + this.clock() * 1000).toISOString();
    const { store, organisation, seq } = this;
    const which = this.copyNumber === 0 ? [] : [this.copyNumber];
    const content = JSON.stringify([this.head, store, seq, at, fields, written, ...which]);
    this.head = createHash('sha256').update(content).digest('hex');
    this.chain.keep({ storeId: store, seq, hash: this.head });
    return { store, seq, at, by: `Editor ${store}`, organisation, ruler: ruling ? String(fields[ruling] ?? '') : null };
  }
}
