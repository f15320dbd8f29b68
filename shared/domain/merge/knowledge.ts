/** One write: the store that made it and its number in that store's history. */
export interface Dot {
  readonly store: string;
  readonly seq: number;
}

/** Per store the highest number that is known (a version vector): everything up to it was seen. */
export type Knowledge = Readonly<Record<string, number>>;

export function knows(knowledge: Knowledge, dot: Dot): boolean {
  return (knowledge[dot.store] ?? 0) >= dot.seq;
}

/** What both together know. */
export function joinKnowledge(left: Knowledge, right: Knowledge): Knowledge {
  const joined: Record<string, number> = { ...left };
  for (const [store, seq] of Object.entries(right)) joined[store] = Math.max(seq, joined[store] ?? 0);
  return joined;
}

/** What each of the two knows: a bundle for several readers may leave out only this. */
export function meetKnowledge(left: Knowledge, right: Knowledge): Knowledge {
  const stores = Object.keys(left).filter((store) => store in right);
  return Object.fromEntries(stores.map((store) => [store, Math.min(left[store] ?? 0, right[store] ?? 0)]));
}

export function covers(larger: Knowledge, smaller: Knowledge): boolean {
  return Object.entries(smaller).every(([store, seq]) => (larger[store] ?? 0) >= seq);
}
