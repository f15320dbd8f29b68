/** Writes what it is given in the order in which it was asked to, whenever each is ready. */
export class InOrder {
  readonly #failed: (error: unknown) => void;
  /** Until it is done, whatever comes waits behind it. */
  #last: Promise<void> | null = null;
  #failure: { readonly error: unknown } | null = null;

  /** @param failed is told what kept one that had to wait from being written; nothing is written behind it */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Calls `write` with the content: at once where it is there and nothing waits, otherwise behind what waits. */
  add<Content>(content: Content | Promise<Content>, write: (content: Content) => void): void {
    if (this.#failure) return;
    if (this.#last === null && !(content instanceof Promise)) {
      write(content);
      return;
    }
    // It is asked for when its turn comes, and may have failed before.
    if (content instanceof Promise) content.catch(() => undefined);
    this.#last = this.#behind(this.#last, content, write);
  }

  async #behind<Content>(
    before: Promise<void> | null,
    content: Content | Promise<Content>,
    write: (content: Content) => void,
  ): Promise<void> {
    await before;
    if (this.#failure) return;
    try {
      write(await content);
    } catch (error) {
      this.#failure = { error };
      this.#failed(error);
    }
  }

  /** Resolves when everything that was given until now is written. @throws what kept any of it from being written */
  async written(): Promise<void> {
    await this.#last;
    if (this.#failure) throw this.#failure.error;
  }
}
