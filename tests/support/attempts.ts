/** What a page has once `installAttempts` ran in it. */
export interface Attempts {
  /** What came of it: its value as text, or the name of the error that refused it. */
  readonly attempt: (work: () => unknown) => Promise<string>;
  /** The driver's own call may evaluate; what the page does afterwards, by itself, may not. */
  readonly later: (work: () => unknown) => Promise<unknown>;
}

/** Runs inside a page or a frame, `page.evaluate(installAttempts)`, so it must not reach for anything out here. */
export function installAttempts(): void {
  const attempts: Attempts = {
    attempt: async (work) => {
      try {
        return String(await work());
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    },
    later: (work) =>
      new Promise((resolve, reject) =>
        setTimeout(() => {
          try {
            resolve(work());
          } catch (error) {
            reject(error);
          }
        }),
      ),
  };
  Object.assign(globalThis, attempts);
}
