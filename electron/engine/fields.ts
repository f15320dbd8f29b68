/** A record's fields by name, as edits and the store pass them. */
export type Fields = Readonly<Record<string, unknown>>;
