/** Writes what it is given in the order in which it was asked to, whenever each is ready. */
export class InOrder {
  readonly #failed: (error: unknown) => void;
  /** Until it is done, whatever comes waits behind it. */
  #last: Promise<void> | null = null;

  /** @param failed is told what a writer threw that was not called at once */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Calls `write` with the content: at once where it is there and nothing waits, otherwise behind what waits. */
  add<Content>(content: Content | Promise<Content>, write: (content: Content) => void): void {
    if (this.#last === null && !(content instanceof Promise)) {
      write(content);
      return;
    }
    this.#last = this.#behind(this.#last, content, write);
  }

  async #behind<Content>(
    before: Promise<void> | null,
    content: Content | Promise<Content>,
    write: (content: Content) => void,
  ): Promise<void> {
    await before;
    try {
      write(await content);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Resolves when everything that was given until now is written. */
  async written(): Promise<void> {
    await this.#last;
  }
}
