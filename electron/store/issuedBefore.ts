import Database from 'better-sqlite3';
import { z } from 'zod';
import type { ReadableDb, WritableDb } from './db.ts';
import { readMeta, writeMeta } from './metadata.ts';
import { statement } from './statement.ts';

/** Something that a store issued which a restored backup took the place of; `number`: of a final pack. */
const issuedSchema = z.strictObject({ releaseId: z.string(), number: z.int().nullable(), reference: z.string() });
export type IssuedBefore = Readonly<z.output<typeof issuedSchema>>;

const key = 'issuedBefore';

/** What is out under names that the registers here do not hold: none of them is given again. */
export function readIssuedBefore(db: ReadableDb): readonly IssuedBefore[] {
  const text = readMeta(db, key);
  return text === null ? [] : z.array(issuedSchema).parse(JSON.parse(text));
}

/** Everything that the database at a path knows to be issued; [] where it cannot be read any more. */
export function issuedIn(path: string): readonly IssuedBefore[] {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    const of = (sql: string) => {
      try {
        return z.array(issuedSchema).parse(db?.prepare(sql).all());
      } catch {
        return [];
      }
    };
    const kept = db.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined;
    return [
      ...of('SELECT release_id AS releaseId, number, reference FROM final_pack ORDER BY registered_in'),
      ...of('SELECT release_id AS releaseId, NULL AS number, reference FROM issued_paper ORDER BY registered_in'),
      ...(kept === undefined ? [] : z.array(issuedSchema).parse(JSON.parse(kept.value))),
    ];
  } catch {
    return [];
  } finally {
    db?.close();
  }
}

/** Remembers what of that the registers here do not hold, and names it. */
export function keepIssuedBefore(db: WritableDb, issued: readonly IssuedBefore[]): readonly string[] {
  const nameOf = ({ releaseId, reference }: Pick<IssuedBefore, 'releaseId' | 'reference'>) =>
    JSON.stringify([releaseId, reference]);
  const here = statement<[], Pick<IssuedBefore, 'releaseId' | 'reference'>>(
    db,
    `SELECT release_id AS releaseId, reference FROM final_pack
     UNION SELECT release_id AS releaseId, reference FROM issued_paper`,
  ).all();
  const held = new Set(here.map(nameOf));
  const missing = new Map(
    [...readIssuedBefore(db), ...issued].flatMap((one) => (held.has(nameOf(one)) ? [] : [[nameOf(one), one] as const])),
  );
  if (missing.size > 0) writeMeta(db, key, JSON.stringify([...missing.values()]));
  return [...missing.values()].map(({ reference }) => reference);
}
