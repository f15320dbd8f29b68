import { compareText } from '../../../shared/domain/foundation/naturalOrder.ts';
import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';
import { usualReference } from '../../../shared/domain/importing/modificationCell.ts';
import { bodyOf } from '../../../shared/domain/records/bodies.ts';
import type { View } from '../../../shared/domain/records/committees.ts';
import { keyOf, type ListKind } from '../../../shared/domain/records/recordKinds.ts';
import type { StoredRecord } from '../../store/records.ts';
import type { Fields } from '../fields.ts';

/** Finds the record that a row speaks of; null: it is a new one. */
export type Match = (fields: Fields) => StoredRecord | null;

/** How a row finds the record it updates, so that the same file twice doubles nothing. */
export function matcherOf(kind: ImportKind, record: ListKind, records: readonly StoredRecord[]): Match {
  if (kind === 'views') return viewMatcher(records);
  const usual = (fields: Fields) =>
    kind === 'scope' ? { ...fields, reference: usualReference(String(fields.reference ?? '')) } : fields;
  const nameOf = (fields: Fields) => plain(keyOf(record, usual(fields) as never));
  const byName = new Map(records.map((stored) => [nameOf(stored.fields), stored]));
  return (fields) => byName.get(nameOf(fields)) ?? null;
}

/**
 * A body may speak of a criterion more than once. A row is the view of the same day; without one of that day, the answer
 * to a question that is still open; without a date, the latest.
 */
function viewMatcher(records: readonly StoredRecord[]): Match {
  const byPair = new Map<string, StoredRecord[]>();
  const pairOf = (fields: Fields) => `${bodyOf(String(fields.body ?? ''))}/${plain(String(fields.criterion ?? ''))}`;
  for (const stored of records) {
    const known = byPair.get(pairOf(stored.fields));
    if (known) known.push(stored);
    else byPair.set(pairOf(stored.fields), [stored]);
  }
  const when = (stored: StoredRecord) => {
    const { on, askedOn } = stored.fields as unknown as View;
    return on ?? askedOn ?? '';
  };
  for (const views of byPair.values()) views.sort((left, right) => compareText(when(left), when(right)));
  return (fields) => {
    const views = byPair.get(pairOf(fields)) ?? [];
    if (fields.on === undefined) return views.at(-1) ?? null;
    return (
      views.find((stored) => stored.fields.on === fields.on) ??
      views.findLast((stored) => (stored.fields.position ?? null) === null) ??
      null
    );
  };
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
