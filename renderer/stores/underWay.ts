/** The ledger entries of one thing that was done. */
export interface Done {
  readonly releaseId: string;
  readonly entry: number;
  readonly through: number;
  /**
   * How far it reaches: into records; into a whole release (`wide`, an import), which is then read anew; or it made or
   * removed the release itself, which can be taken back whichever release is open.
   */
  readonly reach: 'records' | 'wide' | 'release';
  /** Where it stands in the order in which things were begun. */
  readonly place: number;
  /** In words that follow “Took back:”. */
  readonly what: string;
}

/** Something that is being done: what can be taken back is noted by whoever holds one, and so while it lasts. */
export interface UnderWay {
  /** How many things were begun before it. */
  readonly place: number;
}

let begun = 0;
const going = new Set<Promise<unknown>>();

/**
 * Does something that can be taken back. Its lines may stand in the window before its own answer is here, for the engine
 * tells of every change: whoever takes back the last thing that was done waits until this has ended and was noted
 * (`whenDone`), and never takes back the one before it instead.
 */
export async function doing<Answer>(work: (underWay: UnderWay) => Promise<Answer>): Promise<Answer> {
  const done = work({ place: begun++ });
  going.add(done);
  try {
    return await done;
  } finally {
    going.delete(done);
  }
}

/** Ends as soon as everything that was begun by now has ended, well or not. */
export async function whenDone(): Promise<void> {
  await Promise.allSettled([...going]);
}
