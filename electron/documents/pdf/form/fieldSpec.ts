/** A field of the form as the definition states it; where it stands on a page comes from the layout. */
export type FieldSpec = TextSpec | OptionSpec;

interface Named {
  /** The field's name, which is what it is read back by. */
  readonly name: string;
  /** What a reader is told who does not see the page. */
  readonly tip: string;
}

/** A box for text. */
interface TextSpec extends Named {
  readonly is: 'text';
  readonly multiline: boolean;
  /** Set: what it holds, and nobody can type into it. */
  readonly fixed: string | null;
}

/** One of several circles under one name. */
interface OptionSpec extends Named {
  readonly is: 'option';
  /** Plain letters. */
  readonly value: string;
  /** What is told of this one. */
  readonly optionTip: string;
}
