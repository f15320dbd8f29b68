/**
 * Ends what hangs, and nothing else: longer than all of `npm test` may take, for a test that walks through thousands of
 * cases works for ten minutes where six others want its processor. In milliseconds.
 */
export const patience = 30 * 60_000;

/** The same for one thing that a window is asked for, so that a test whose window is wrong says so before long. */
export const windowPatience = 5 * 60_000;
