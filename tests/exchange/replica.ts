import { deltaOf } from '../../shared/domain/merge/join.ts';
import { joinKnowledge, type Knowledge } from '../../shared/domain/merge/knowledge.ts';
import type { Choice, MergePlan } from '../../shared/domain/merge/plan.ts';
import { planMerge } from '../../shared/domain/merge/planMerge.ts';
import type { RecordDelta, RecordState, Stamp } from '../../shared/domain/merge/state.ts';
import { rulingField, sameValue, seen } from '../../shared/domain/merge/winner.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { CausalHistory, toldFault } from './causalHistory.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What one replica hands to another. */
export interface MemoryBundle {
  readonly from: string;
  readonly before: Knowledge;
  readonly after: Knowledge;
  readonly deltas: readonly RecordDelta[];
  /** For the judge only. */
  readonly history: CausalHistory;
}

/** A store in memory: it holds the state itself, and plans and applies with the very functions that the app uses. */
export class Replica {
  readonly store: string;
  readonly organisation: string;
  readonly records = new Map<string, RecordState>();
  /** Every value ever written or replaced here, as the ledger keeps it. */
  readonly ledger: { readonly id: string; readonly field: string; readonly value: unknown }[] = [];
  readonly history = new CausalHistory();
  /** The first thing that was not as the plain history says. */
  fault: string | null = null;
  known: Knowledge = {};
  /** What each other replica said it knows. */
  readonly told = new Map<string, Knowledge>();
  private seq = 0;
  private readonly clock: () => number;

  constructor(store: string, organisation: string, clock: () => number) {
    this.store = store;
    this.organisation = organisation;
    this.clock = clock;
  }

  create(kind: RecordKind, id: string, fields: Fields): void {
    const stamp = this.stamp(kind, fields);
    const versions = Object.entries(fields).map(([field, value]) => [field, [{ stamp, value }]] as const);
    this.records.set(id, { kind, id, life: [{ stamp, alive: true, saw: null }], fields: new Map(versions) });
    this.history.add(id, '@life', stamp, true);
    for (const [field, value] of Object.entries(fields)) {
      this.ledger.push({ id, field, value });
      this.history.add(id, field, stamp, value);
    }
  }

  /** As the store does it: only a living record, only what differs. */
  edit(id: string, fields: Fields): void {
    const state = this.records.get(id);
    if (!state) return;
    const { alive, fields: current } = seen(state);
    const changed = Object.entries(fields).filter(([field, value]) => !sameValue(current[field] ?? null, value));
    if (alive && changed.length > 0) this.write(id, Object.fromEntries(changed), null);
  }

  setAlive(id: string, alive: boolean): void {
    const state = this.records.get(id);
    if (state && seen(state).alive !== alive) this.write(id, {}, alive);
  }

  export(to: string | null): MemoryBundle {
    const before = (to && this.told.get(to)) || {};
    const deltas = [...this.records.values()].flatMap((state) => deltaOf(state, before) ?? []);
    return { from: this.store, before, after: this.known, deltas, history: this.history.copy() };
  }

  apply(bundle: MemoryBundle, choices: Readonly<Record<string, Choice>> = {}): MergePlan {
    const plan = planMerge({
      mine: (_kind, id) => this.records.get(id) ?? null,
      living: (kind) => this.living(kind),
      known: this.known,
      theirKnowledge: bundle.after,
      deltas: bundle.deltas,
      choices,
    });
    this.fault ??= toldFault(plan.conflicts, this.history.conflictsWith(bundle.history));
    this.history.join(bundle.history);
    for (const { state, changed, after } of plan.records) {
      this.records.set(state.id, state);
      for (const field of changed) this.ledger.push({ id: state.id, field, value: after.fields[field] });
    }
    for (const { id, field, mine, theirs } of plan.conflicts)
      for (const value of [mine, theirs]) this.ledger.push({ id, field, value });
    this.known = joinKnowledge(this.known, bundle.after);
    this.told.set(bundle.from, joinKnowledge(this.told.get(bundle.from) ?? {}, bundle.after));
    this.fault ??= this.history.faultIn(this.records.values());
    for (const { id, fields, alive } of plan.edits) this.write(id, fields, alive);
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

  private write(id: string, fields: Fields, alive: boolean | null): void {
    const state = this.records.get(id) as RecordState;
    const stamp = this.stamp(state.kind, { ...seen(state).fields, ...fields });
    const versions = new Map(state.fields);
    for (const [field, value] of Object.entries(fields)) {
      versions.set(field, [{ stamp, value }]);
      this.ledger.push({ id, field, value });
      this.history.add(id, field, stamp, value);
    }
    if (alive !== null) this.history.add(id, '@life', stamp, alive);
    const life = alive === null ? state.life : [{ stamp, alive, saw: alive ? null : this.known }];
    this.records.set(id, { ...state, life, fields: versions });
  }

  private stamp(kind: RecordKind, fields: Fields): Stamp {
    this.seq += 1;
    this.known = { ...this.known, [this.store]: this.seq };
    const ruling = rulingField(kind);
    const at = new Date(1_790_000_000_000 + this.clock() * 1000).toISOString();
    const { store, organisation, seq } = this;
    return { store, seq, at, by: `Editor ${store}`, organisation, ruler: ruling ? String(fields[ruling] ?? '') : null };
  }
}
