import type { RecordKind } from '../records/recordKinds.ts';
import type { Dot, Knowledge } from './knowledge.ts';

/*
 * The replicated state. Every field of every record is a register: the writes that nobody has overwritten yet, usually
 * one, several after a true conflict. A register that arrives is joined with ours by what each side has seen: a write
 * stays if the other side holds it too or never saw it, and goes if they saw it and no longer hold it, for then they
 * overwrote it. This join is commutative, associative and idempotent, so that the order, number and loss of bundles
 * change nothing. What a register shows (`winnerOf`) follows from its writes alone, so that equal states read alike.
 * A later local edit overwrites all writes of its register. The life of a record is one more register; a removal says
 * what it saw, and an edit that it did not see keeps the record.
 */

/** Who wrote, when, and where. `ruler`: whom the record named as its owner (a criterion) or provider (evidence) then. */
export interface Stamp extends Dot {
  readonly at: string;
  readonly by: string;
  readonly organisation: string;
  readonly ruler: string | null;
}

export interface Version {
  readonly stamp: Stamp;
  readonly value: unknown;
}

export interface LifeVersion {
  readonly stamp: Stamp;
  readonly alive: boolean;
  /** What the one who removed had seen; null unless removed. */
  readonly saw: Knowledge | null;
}

export interface RecordState {
  readonly kind: RecordKind;
  readonly id: string;
  readonly life: readonly LifeVersion[];
  readonly fields: ReadonlyMap<string, readonly Version[]>;
}

/** What a bundle says of one record: registers that hold something the reader has not seen. `life` null: not sent. */
export interface RecordDelta {
  readonly kind: RecordKind;
  readonly id: string;
  readonly life: readonly LifeVersion[] | null;
  readonly fields: ReadonlyMap<string, readonly Version[]>;
}

/** A record as people see it. */
export interface SeenRecord {
  readonly alive: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}
