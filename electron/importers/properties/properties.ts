/** What a document says of itself; the title as it stands there, the date as a calendar date. */
export interface Properties {
  readonly title: string | null;
  readonly date: string | null;
}
