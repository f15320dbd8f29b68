/** Work in small steps: between two of them whoever runs it may do something else, or leave it. */
export type Steps<T> = Generator<undefined, T>;

/** Does all of it at once. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as T;
  }
}
