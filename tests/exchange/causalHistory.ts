import type { Conflict } from '../../shared/domain/merge/plan.ts';
import type { RecordState, Stamp } from '../../shared/domain/merge/state.ts';
import { sameValue } from '../../shared/domain/merge/winner.ts';

interface Write {
  readonly register: string;
  readonly name: string;
  readonly value: unknown;
  /** The writes of the same register that its writer had seen. */
  readonly seen: ReadonlySet<string>;
}

/**
 * The truth that the merge is judged by, kept the plainest way there is: every write ever made, with every write that
 * its writer knew of. No version vectors, no deltas, nothing forgotten.
 */
export class CausalHistory {
  private readonly registers = new Map<string, Map<string, Write>>();

  /** @param name what names the write wherever it is met: the hash of its entry */
  add(id: string, field: string, name: string, value: unknown): void {
    const register = `${id}#${field}`;
    const writes = this.registers.get(register) ?? new Map<string, Write>();
    this.registers.set(register, writes);
    writes.set(name, { register, name, value, seen: new Set(writes.keys()) });
  }

  copy(): CausalHistory {
    const copy = new CausalHistory();
    copy.join(this);
    return copy;
  }

  join(other: CausalHistory): void {
    this.joinWrites(other);
  }

  protected joinWrites(other: CausalHistory): void {
    for (const [register, writes] of other.registers) {
      const own = this.registers.get(register) ?? new Map<string, Write>();
      this.registers.set(register, own);
      for (const [name, write] of writes) own.set(name, write);
    }
  }

  /** The writes of a register that no other one has seen. */
  newest(register: string): readonly Write[] {
    const writes = [...(this.registers.get(register)?.values() ?? [])];
    return writes.filter(({ name }) => !writes.some(({ seen }) => seen.has(name)));
  }

  /** Whether its newest writes differ: nobody saw them all and chose. */
  isDisputed(register: string): boolean {
    const [first, ...others] = this.newest(register);
    return others.some(({ value }) => !sameValue(value, first?.value));
  }

  has({ register, name }: Write): boolean {
    return this.registers.get(register)?.has(name) ?? false;
  }

  /** Where the joined state holds other writes than it should. */
  faultIn(states: Iterable<RecordState>, nameOf: (stamp: Stamp) => string): string | null {
    for (const { id, fields, life } of states) {
      for (const [field, versions] of [...fields, ['@life', life] as const]) {
        const is = versions.map(({ stamp }) => nameOf(stamp)).sort();
        const should = this.newest(`${id}#${field}`)
          .map(({ name }) => name)
          .sort();
        if (is.join() !== should.join()) return `${id}#${field} holds ${is.join()} instead of ${should.join()}`;
      }
    }
    return null;
  }

  /** The registers of which a join brings writes together that nobody had together before, and that differ. */
  conflictsWith(theirs: CausalHistory): ReadonlySet<string> {
    const joined = this.copy();
    joined.join(theirs);
    const found = new Set<string>();
    for (const register of theirs.registers.keys()) {
      const newest = register.endsWith('@life') ? [] : joined.newest(register);
      if (newest.length < 2) continue;
      const onlyMine = newest.filter((write) => !theirs.has(write));
      const onlyTheirs = newest.filter((write) => !this.has(write));
      if (onlyMine.some((one) => onlyTheirs.some((other) => !sameValue(one.value, other.value)))) found.add(register);
    }
    return found;
  }
}

/**
 * What the plan tells against what is true.
 * @param groupOf the fields that a field stands together with: a conflict in them is told once, in the first
 */
export function toldFault(
  conflicts: readonly Conflict[],
  met: ReadonlySet<string>,
  groupOf: (id: string, field: string) => readonly string[],
): string | null {
  const expected = new Set(
    [...met].map((register) => {
      const [id = '', field = ''] = register.split('#');
      const first = groupOf(id, field).find((one) => met.has(`${id}#${one}`));
      return `${id}#${first ?? field}`;
    }),
  );
  const told = conflicts.filter(({ type }) => type === 'field').map(({ id, field }) => `${id}#${field}`);
  const missing = [...expected].filter((register) => !told.includes(register));
  const stray = told.filter((register) => !expected.has(register));
  if (new Set(told).size < told.length) return `A conflict was told twice: ${told.join(', ')}`;
  if (missing.length > 0) return `A conflict was not told: ${missing.join(', ')}`;
  return stray.length > 0 ? `A conflict was told that is none: ${stray.join(', ')}` : null;
}
