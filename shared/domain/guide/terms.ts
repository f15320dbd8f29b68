/** Words of the guidance that a person may meet here for the first time, as short as they can be said. */
const terms: Readonly<Record<string, string>> = {
  SECAS: 'the Code Administrator and Secretariat of the Smart Energy Code',
  DCC: 'the Data Communications Company, which builds and tests the systems',
  CSC: 'the Change Sub-Committee, which decides on the Go-Live, §5.3',
  OPSG: 'the Operations Group',
  TAG: 'the Testing Advisory Group',
  RID: 'the Release Implementation Document: plan, impacts and criteria, §4.2',
  TAD: 'the Testing Approach Document, which the DCC writes, §5.1',
  'Go-Live': 'the day on which a release takes effect',
  slot: 'a scheduled date: February, June or November, §3',
  modification: 'an approved or proposed change of the Code',
  'lead time': 'the least time that the guidance leaves before Go-Live',
  blocker: 'a finding that holds up the final pack unless its reason is printed',
  bundle: 'one file with what changed here, for the other side',
  pack: 'the one PDF that the CSC decides on, with its evidence',
  finding: 'what a rule says of this release, with its clause',
  view: 'what a body said of a criterion, and of which wording and evidence',
  guidance: 'the SEC Release Guidance, whose clauses are cited as §',
  'work-off plan': 'by when each open issue is mended',
};

/** A run of a sentence of the guide. */
export interface GuideRun {
  readonly text: string;
  /** What the window calls a control. */
  readonly isControl?: true;
  /** What the word means, where it stands for the first time. */
  readonly meaning?: string;
}

const word = new RegExp(String.raw`\[([^\]]+)\]|\b(${Object.keys(terms).join('|')})s?\b`, 'g');

/**
 * Sentences in the order in which they are read, with each word of the guidance explained where it first stands. Names of
 * controls are nobody's explanation and stand as they are.
 */
export function explainTerms(sentences: readonly string[]): readonly (readonly GuideRun[])[] {
  const told = new Set<string>();
  return sentences.map((sentence) => {
    const runs: GuideRun[] = [];
    let done = 0;
    for (const match of sentence.matchAll(word)) {
      const [all, control, term = ''] = match;
      if (control === undefined && told.has(term)) continue;
      if (match.index > done) runs.push({ text: sentence.slice(done, match.index) });
      if (control !== undefined) runs.push({ text: control, isControl: true });
      else {
        told.add(term);
        runs.push({ text: all, meaning: terms[term] ?? '' });
      }
      done = match.index + all.length;
    }
    if (done < sentence.length) runs.push({ text: sentence.slice(done) });
    return runs;
  });
}
