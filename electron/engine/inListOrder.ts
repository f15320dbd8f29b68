/** Settles when it is the turn of the piece of work that was given it. Never rejects. */
export type Turn = Promise<unknown>;

/** Runs a piece of work at once and tells it its turn: the end, good or bad, of those begun before it under the same name. */
export type InListOrder = <T>(list: string | undefined, work: (turn: Turn) => Promise<T>) => Promise<T>;

/**
 * Lets the pieces of one list overlap and yet end in the order in which they were begun: each does what it can by itself,
 * and awaits its turn before what others can see. Pieces of different lists, or of none, never wait for each other.
 */
export function createListOrder(): InListOrder {
  const last = new Map<string, Turn>();
  return (list, work) => {
    if (list === undefined) return work(Promise.resolve());
    const turn = last.get(list) ?? Promise.resolve();
    const done = work(turn);
    // Without their answers, or the last of a long list would hold those of all before it.
    const ended = Promise.allSettled([turn, done]).then(() => undefined);
    last.set(list, ended);
    void ended.then(() => {
      if (last.get(list) === ended) last.delete(list);
    });
    return done;
  };
}
