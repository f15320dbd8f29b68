import type { ToldChain } from '../../shared/domain/merge/branches.ts';
import type { RecordDelta } from '../../shared/domain/merge/state.ts';
import type { CausalHistory } from './causalHistory.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What one replica hands to another. */
export interface MemoryBundle {
  readonly from: string;
  readonly told: ToldChain;
  readonly deltas: readonly RecordDelta[];
  /** Evidence that was taken out for good: its id, and the hashes that must not come back. */
  readonly purged: Purged;
  /** For the judge only. */
  readonly history: CausalHistory;
}

/** How two records stand on the list as one thing. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join('=');
}

/** What an item says of its file. */
export function attachedOf(id: string, { file, sha256, bytes }: Fields): string {
  return JSON.stringify([id, file ?? null, sha256 ?? null, bytes ?? null]);
}

export type Purged = ReadonlyMap<string, ReadonlySet<unknown>>;
