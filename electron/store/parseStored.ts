/** JSON in the database that is none any more, or an entry that is gone: damage like any other, and told as such (`storeError.ts`). */
export class DamagedText extends Error {
  readonly code = 'SQLITE_CORRUPT';
}

/** Reads JSON that the store wrote itself; `what` names the place for the log. */
export function parseStored(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedText(`malformed JSON in ${what}`);
  }
}
