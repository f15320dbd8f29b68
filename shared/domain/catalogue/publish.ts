/** What the public edition does with one field. A field without an answer is not published. */
export type Answer =
  /** Goes out as it is: a date, a number, a word of a list, a reference of the app's own. */
  | { readonly kind: 'publish' }
  /** Goes out without the names of persons in it. */
  | { readonly kind: 'text' }
  /** Names who or which body: an organisation or a role goes out, a person does not. */
  | Who
  /** Does not go out; `shown` stands for it where something has to. */
  | { readonly kind: 'withhold'; readonly what: string; readonly why: string; readonly shown: string | null }
  /** Names a Party. */
  | { readonly kind: 'party'; readonly what: string; readonly why: string }
  /** Depends on the record's own mark. */
  | { readonly kind: 'byMark'; readonly of: 'text' | 'file' };

interface Who {
  readonly kind: 'who';
  /** `owns it`: after "the name of who". */
  readonly does: string;
  /** Where the person's organisation stands, beside the field. */
  readonly side: string | null;
  /** Stands for a name that no organisation is known by here; that of an organisation it may be all the same. */
  readonly orElse: string;
}

/** What stands for somebody of whom nothing more may be said. */
export const somebody = '[a named person]';

/** Answers by field, in the shape of the facts; lists stand for their records. */
export interface Answers {
  readonly [field: string]: Answer | Answers;
}

/** Stands where something was said and is not published. */
export const notPublished = '(not published)';

export const asIs: Answer = { kind: 'publish' };
/** A text that people typed. */
export const said: Answer = { kind: 'text' };
export const byMark = (of: 'text' | 'file'): Answer => ({ kind: 'byMark', of });
export const party = (what: string, why: string): Answer => ({ kind: 'party', what, why });

export function who(does: string, side: string | null = null, orElse = somebody): Answer {
  return { kind: 'who', does, side, orElse };
}

export function withhold(what: string, why: string, shown: string | null = null): Answer {
  return { kind: 'withhold', what, why, shown };
}

export function isAnswer(answer: Answer | Answers): answer is Answer {
  return typeof answer.kind === 'string';
}
