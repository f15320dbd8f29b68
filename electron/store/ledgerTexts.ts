import { createHash, randomBytes } from 'node:crypto';
import { takenOut } from '../../shared/domain/records/evidence.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/** The fields of evidence whose text may have to go: a name or a private word in them is nobody's record. */
export const purgeableFields: readonly string[] = ['title', 'file', 'statusReason'];
const purgeable: ReadonlySet<string> = new Set(purgeableFields);

/** What nobody chooses any more of an item that was taken out: its words and its file, and that it is withdrawn. */
export const settledByPurge: ReadonlySet<string> = new Set([...purgeableFields, 'status']);

/** A text as the history holds it; the text itself and its salt lie beside. */
export interface TextDigest {
  readonly digest: string;
}

export function digestOf(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}\n${text}`).digest('hex');
}

export function isDigest(value: unknown): value is TextDigest {
  return typeof value === 'object' && value !== null && typeof (value as Partial<TextDigest>).digest === 'string';
}

/** Whether an entry on records of this kind may hold texts that can be taken out. */
export function hasTexts(kind: string | null): boolean {
  return kind === 'evidence';
}

/** A list of changes of evidence as it enters the chain: each text put beside it, its digest in its place. */
export function putTextsBeside(db: WritableDb, recordId: string | null, changes: readonly unknown[]): unknown[] {
  const keep = writeStatement<[string, string, string, string]>(
    db,
    'INSERT INTO ledger_text (digest, salt, text, record_id) VALUES (?, ?, ?, ?)',
  );
  return mapTexts(recordId, changes, (value, record) => {
    if (typeof value !== 'string') return value;
    const text = value.toWellFormed();
    const salt = randomBytes(16).toString('hex');
    const digest = digestOf(salt, text);
    keep.run(digest, salt, text, record);
    return { digest } satisfies TextDigest;
  });
}

/** The same list as people read it. */
export function withTexts(db: ReadableDb, recordId: string | null, changes: readonly unknown[]): unknown[] {
  const find = statement<[string], { text: string }>(db, 'SELECT text FROM ledger_text WHERE digest = ?');
  return mapTexts(recordId, changes, (value) => (isDigest(value) ? (find.get(value.digest)?.text ?? takenOut) : value));
}

interface OneChange {
  readonly field?: string;
  readonly id?: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Passes each purgeable value of a list of changes, of one record or a batch, through `change`. */
export function mapTexts(
  recordId: string | null,
  changes: readonly unknown[],
  change: (value: unknown, recordId: string) => unknown,
): unknown[] {
  return (changes as readonly OneChange[]).map((one) => {
    if (one.field !== undefined) {
      if (!purgeable.has(one.field)) return one;
      const record = recordId ?? '';
      return { ...one, before: change(one.before, record), after: change(one.after, record) };
    }
    const side = (fields: unknown) =>
      fields === null || typeof fields !== 'object'
        ? fields
        : Object.fromEntries(
            Object.entries(fields).map(([field, value]) => [
              field,
              purgeable.has(field) ? change(value, one.id ?? '') : value,
            ]),
          );
    return { ...one, before: side(one.before), after: side(one.after) };
  });
}
