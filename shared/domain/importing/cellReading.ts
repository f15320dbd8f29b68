/** What one cell says: a value, nothing (the field is left alone), or the beginning of a sentence on why not. */
export type CellReading<Value = unknown> =
  | { readonly kind: 'value'; readonly value: Value; readonly interpreted: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: string; readonly unknownWord: boolean };

export const nothingRead: CellReading<never> = { kind: 'nothing' };

/** @param interpreted whether a word was given a meaning that somebody might want to change */
export function readAs<Value>(value: Value, interpreted = false): CellReading<Value> {
  return { kind: 'value', value, interpreted };
}

/** @param unknownWord whether saying what the word stands for would mend it */
export function cannotRead(why: string, unknownWord = false): CellReading<never> {
  return { kind: 'refused', why, unknownWord };
}
