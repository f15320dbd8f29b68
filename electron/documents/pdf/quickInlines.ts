import { InlinesBase, type StyledItem, type StyleStack } from './internals.ts';

/**
 * pdfmake's measuring of words, which asks some twenty properties of each word of a text. They all stand in one place of
 * the document, so what its styles say is looked up once for a text, not once for a word.
 */
export class QuickInlines extends InlinesBase {
  override measure(words: readonly StyledItem[], styles: StyleStack): unknown {
    return super.measure(words, new StylesOfText(styles));
  }
}

class StylesOfText implements StyleStack {
  readonly #styles: StyleStack;
  readonly #known = new Map<string, unknown>();
  /** Whether a word that names a style of its own is being asked about. */
  #within = false;

  constructor(styles: StyleStack) {
    this.#styles = styles;
  }

  /** pdfmake asks what a word says of itself first: of a word that names no style, only the place is left to ask. */
  auto(word: StyledItem, use: () => void): void {
    if (word.style === undefined) {
      use();
      return;
    }
    this.#within = true;
    this.#styles.auto(word, use);
    this.#within = false;
  }

  getProperty(property: string): unknown {
    if (this.#within) return this.#styles.getProperty(property);
    if (!this.#known.has(property)) this.#known.set(property, this.#styles.getProperty(property));
    return this.#known.get(property);
  }
}
