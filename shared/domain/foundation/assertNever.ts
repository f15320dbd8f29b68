/** Ends every switch over a union: a case that nobody handled fails to compile, and throws if it is ever reached. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
