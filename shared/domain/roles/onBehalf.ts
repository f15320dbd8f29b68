import { compareText } from '../foundation/naturalOrder.ts';
import { samePlain } from '../foundation/samePlain.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One field that awaits its owner's word (`fields.ts`, onBehalf). */
export interface Mark {
  readonly field: string;
  readonly by: string | null;
  readonly for: 'DCC' | 'SECAS';
  readonly on: string | null;
}

export function marksOf(record: Fields): readonly Mark[] {
  return Array.isArray(record.onBehalf) ? (record.onBehalf as readonly Mark[]) : [];
}

/** The marks after these fields were written: the owner's word takes a mark away, another side's sets it anew. */
export function marksAfter(
  marks: readonly Mark[],
  written: readonly string[],
  set: readonly Mark[],
): readonly Mark[] | null {
  const kept = marks.filter(({ field }) => !written.includes(field));
  return inOrder([...kept, ...set]);
}

/** The marks of a record that is stated anew by nobody in particular: a field that reads the same keeps its own or has none. */
export function marksRestated(before: Fields, stated: Fields): readonly Mark[] | null {
  const isSame = ({ field }: Mark) => samePlain(before[field] ?? null, stated[field] ?? null);
  return inOrder([...marksOf(before).filter(isSame), ...marksOf(stated).filter((mark) => !isSame(mark))]);
}

/**
 * What several writes of the marks, made apart, come to: every mark that one of them holds, the later one where two name
 * one field, without those whose field its owner has written (`isOwners`). The same whatever the order of the writes.
 */
export function joinMarks(writes: readonly unknown[], isOwners: (field: string) => boolean): readonly Mark[] | null {
  const byField = new Map<string, Mark>();
  for (const write of writes)
    for (const mark of marksOf({ onBehalf: write })) {
      const known = byField.get(mark.field);
      if (!isOwners(mark.field) && (!known || textOf(mark) > textOf(known))) byField.set(mark.field, mark);
    }
  return inOrder([...byField.values()]);
}

/** Whether everything that a record states was recorded for `side`, so that its owner has not said a word of it yet. */
export function isAllOnBehalf(record: Fields, side: 'DCC' | 'SECAS'): boolean {
  const marked = new Set(marksOf(record).flatMap((mark) => (mark.for === side ? [mark.field] : [])));
  const stated = Object.keys(record).filter((name) => name !== 'onBehalf' && (record[name] ?? null) !== null);
  return stated.length > 0 && stated.every((name) => marked.has(name));
}

function inOrder(marks: readonly Mark[]): readonly Mark[] | null {
  return marks.length === 0 ? null : [...marks].sort((left, right) => compareText(left.field, right.field));
}

function textOf({ on, by, for: side }: Mark): string {
  return JSON.stringify([on, by, side]);
}
