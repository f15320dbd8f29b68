/** What a second thread does while this one goes on, by name: what it is given, and what it answers. */
export interface BesideTasks {
  readonly deflate: { readonly given: Uint8Array; readonly answer: Uint8Array };
  /** Gets what reads pages ready, which takes a while. */
  readonly openReader: { readonly given: null; readonly answer: true };
  readonly countWords: { readonly given: PagesOfFile; readonly answer: CountedWords };
}

/** Pages of a PDF on the disk, numbered from 0: `from` and those behind it, up to but without `to`. */
interface PagesOfFile {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Words with how often they occur, and how many letters and digits there are in all. */
interface CountedWords {
  readonly words: Map<string, number>;
  letters: number;
}

export type BesideTask = keyof BesideTasks;

export interface BesideRequest {
  readonly id: number;
  readonly task: BesideTask;
  readonly given: BesideTasks[BesideTask]['given'];
}

/** `answer` is undefined where the task could not be done there. */
export interface BesideAnswer {
  readonly id: number;
  readonly answer: BesideTasks[BesideTask]['answer'] | undefined;
}
