declare const readable: unique symbol;
declare const writable: unique symbol;

/**
 * A connection that may only be read from, and only by the store's own functions: it has no method of its own, and a
 * statement that writes is refused where it is prepared (`statement.ts`).
 */
export interface ReadableDb {
  readonly [readable]: true;
}

/** A connection inside a write transaction (`inTransaction`): whatever changes anything asks for this one. */
export interface WritableDb extends ReadableDb {
  readonly [writable]: true;
}
