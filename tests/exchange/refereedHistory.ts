import * as Automerge from '@automerge/automerge';
import type { RecordState, Stamp } from '../../shared/domain/merge/state.ts';
import { CausalHistory } from './causalHistory.ts';

/** By register (`id#field`) the name of the write that stands there. */
type Registers = Record<string, Automerge.ImmutableString>;

/**
 * The plain history with another engine beside it: what one replica writes is written into a document of Automerge, what
 * it takes in is merged into that document, and of every register the same writes have to survive in both. What goes on
 * in a copy is an actor of its own there, which is what the stores have to come to by themselves.
 */
export class RefereedHistory extends CausalHistory {
  private document: Automerge.Doc<Registers>;

  constructor(document = Automerge.init<Registers>()) {
    super();
    this.document = document;
  }

  override add(id: string, field: string, name: string, value: unknown): void {
    super.add(id, field, name, value);
    this.document = Automerge.change(this.document, (registers) => {
      registers[`${id}#${field}`] = new Automerge.ImmutableString(name);
    });
  }

  override copy(): RefereedHistory {
    const copy = new RefereedHistory(Automerge.clone(this.document));
    copy.joinWrites(this);
    return copy;
  }

  override join(other: CausalHistory): void {
    this.joinWrites(other);
    if (!(other instanceof RefereedHistory)) throw new Error('The other history has no referee');
    this.document = Automerge.merge(this.document, other.document);
  }

  override faultIn(states: Iterable<RecordState>, nameOf: (stamp: Stamp) => string): string | null {
    const all = [...states];
    return super.faultIn(all, nameOf) ?? this.differs(all, nameOf);
  }

  /** Every register of both, each way round: what the stores hold, and what the document holds. */
  private differs(states: readonly RecordState[], nameOf: (stamp: Stamp) => string): string | null {
    const held = new Map<string, string>();
    for (const { id, fields, life } of states)
      for (const [field, versions] of [...fields, ['@life', life] as const])
        held.set(`${id}#${field}`, listed(versions.map(({ stamp }) => nameOf(stamp))));
    for (const register of new Set([...held.keys(), ...Object.keys(this.document)])) {
      const [is, should] = [held.get(register) ?? '', this.survivors(register)];
      if (is !== should) return `${register} holds ${is}, and in Automerge ${should}`;
    }
    return null;
  }

  private survivors(register: string): string {
    const single = this.document[register];
    const values = Automerge.getConflicts(this.document, register) ?? (single ? { single } : {});
    return listed(Object.values(values).map(String));
  }
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].sort().join();
}
