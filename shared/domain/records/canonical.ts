import { compareNatural, compareText, sortNaturally } from '../foundation/naturalOrder.ts';
import { keyOf, type ListKind, listKinds, recordKinds } from './recordKinds.ts';
import type { ReleaseFacts } from './releaseFacts.ts';

type AnyRecord = Readonly<Record<string, unknown>>;

/** The list of one kind inside the facts. */
export function recordsOf(facts: ReleaseFacts, kind: ListKind): readonly AnyRecord[] {
  let place: unknown = facts;
  for (const step of recordKinds[kind].path) place = (place as Record<string, unknown>)[step];
  return place as readonly AnyRecord[];
}

/**
 * The same facts with every list in one order that depends on its content only: by key, then by content, then by id.
 * Findings, the pack and exports all start here, so that the order of entry changes nothing.
 * @param before facts that were put in order earlier: a list that is still the same one is not sorted again
 */
export function canonicalFacts(
  facts: ReleaseFacts,
  before: { readonly given: ReleaseFacts; readonly sorted: ReleaseFacts } | null = null,
): ReleaseFacts {
  const result = copyOfContainers(facts);
  for (const kind of listKinds) {
    const records = recordsOf(facts, kind);
    const isSame = before !== null && recordsOf(before.given, kind) === records;
    const sorted = isSame
      ? recordsOf(before.sorted, kind)
      : sortNaturally(records, (record) => keyOf(kind, record as never), compareContent);
    putRecords(result, kind, sorted);
  }
  return result;
}

/** Where a record belongs in a list that stands in canonical order already. */
export function placeIn(kind: ListKind, sorted: readonly AnyRecord[], record: AnyRecord): number {
  const key = keyOf(kind, record as never);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle] as AnyRecord;
    const order = compareNatural(keyOf(kind, other as never), key) || compareContent(other, record);
    if (order > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Replaces the list of one kind; `facts` must own its containers (`copyOfContainers`). */
export function putRecords(facts: ReleaseFacts, kind: ListKind, records: readonly AnyRecord[]): void {
  const path = recordKinds[kind].path;
  let place = facts as unknown as Record<string, unknown>;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string, unknown>;
  place[path[path.length - 1] as string] = records;
}

/** A copy that shares the records but owns every object that holds a list. */
export function copyOfContainers(facts: ReleaseFacts): ReleaseFacts {
  return {
    ...facts,
    release: { ...facts.release, goLive: { ...facts.release.goLive } },
    rid: { ...facts.rid },
    tad: { ...facts.tad },
    userTesting: { ...facts.userTesting },
  };
}

function compareContent(left: AnyRecord, right: AnyRecord): number {
  const order = compareText(contentOf(left), contentOf(right));
  return order || compareText(String(left.id ?? ''), String(right.id ?? ''));
}

function contentOf(record: AnyRecord): string {
  return JSON.stringify(record, (name, value) => (name === 'id' ? undefined : value));
}
