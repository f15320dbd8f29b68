/** Clock and ids come from outside, so that tests and replays are exact. */
export interface Stamps {
  readonly now: () => string;
  readonly newId: () => string;
}
