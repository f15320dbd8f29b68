import { keyOf, type ListKind } from '../records/recordKinds.ts';

export type AnyRecord = Readonly<Record<string, unknown>>;

/** The same record before and after; null on one side: added or removed. */
export interface Pair {
  readonly key: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

/**
 * Finds each record again: by its id where both sides know it, else by its key; among several of one key, first the
 * ones with the same content, so that nothing unchanged is ever paired with something else.
 */
export function pairRecords(
  kind: ListKind,
  before: readonly AnyRecord[],
  after: readonly AnyRecord[],
): readonly Pair[] {
  const passes: readonly ((record: AnyRecord) => string | null)[] = [
    (record) => (typeof record.id === 'string' ? record.id : null),
    (record) => contentOf(record),
    (record) => keyOf(kind, record as never),
  ];
  const pairs: Pair[] = [];
  let left: readonly AnyRecord[] = before;
  let right: readonly AnyRecord[] = after;
  for (const nameOf of passes) {
    const waiting = new Map<string, AnyRecord[]>();
    for (const record of left) push(waiting, nameOf(record), record);
    const unpaired: AnyRecord[] = [];
    const paired = new Set<AnyRecord>();
    for (const record of right) {
      const name = nameOf(record);
      const match = name === null ? undefined : waiting.get(name)?.shift();
      if (match) {
        paired.add(match);
        pairs.push({ key: keyOf(kind, record as never), before: match, after: record });
      } else unpaired.push(record);
    }
    left = left.filter((record) => !paired.has(record));
    right = unpaired;
  }
  const removed = left.map((record) => ({ key: keyOf(kind, record as never), before: record, after: null }));
  const added = right.map((record) => ({ key: keyOf(kind, record as never), before: null, after: record }));
  return [...pairs, ...removed, ...added];
}

/** Everything but the id, as text that is equal exactly when the content is. */
function contentOf(record: AnyRecord): string {
  return JSON.stringify(record, (name, value) => (name === 'id' ? undefined : value));
}

export function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

function push(map: Map<string, AnyRecord[]>, name: string | null, record: AnyRecord): void {
  if (name === null) return;
  const list = map.get(name);
  if (list) list.push(record);
  else map.set(name, [record]);
}
