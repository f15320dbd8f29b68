/** Something that `store check` found. What does not apply is null. */
export interface StoreProblem {
  readonly sentence: string;
  /** `criterion:AC-01`, `finalPack:November 2021 / 1`, `setting:rulebook`. */
  readonly record: string | null;
  readonly field: string | null;
  /** What the history says. */
  readonly ledger: unknown;
  /** What stands in the facts. */
  readonly facts: unknown;
  /** The entry that should have made it so. */
  readonly entry: number | null;
}

/** A problem that is about the store as a whole. */
export function plainProblem(sentence: string): StoreProblem {
  return { sentence, record: null, field: null, ledger: null, facts: null, entry: null };
}

/** A value in a sentence, short enough to be read. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
}
