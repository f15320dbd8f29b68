import type { Section, Table } from '../blocks.ts';
import { places } from '../places.ts';
import { cell, recordTable } from '../tables.ts';

type Entry = readonly [word: string, meaning: string];

const bodies: readonly Entry[] = [
  ['CSC', 'The Change Sub-Committee: sets implementation dates, and decides on the Go-Live (§4.1, §5.3).'],
  ['SECAS', 'The Code Administrator and Secretariat: prepares the release and presents it with the DCC (§5.3).'],
  ['DCC', 'The Data Communications Company: builds and tests the systems, and writes the TAD (§5.1).'],
  ['OPSG', 'The Operations Group: gives its view of the acceptance criteria (§5.3).'],
  ['TAG', 'The Testing Advisory Group: reviews the TAD, and gives its view of the acceptance criteria (§5.1, §5.3).'],
  ['Panel', 'The Smart Energy Code Panel, whose Release Management Policy the guidance sums up (§1).'],
  ['Users', 'Those who use the DCC’s services, who test where a release needs it (§5.2).'],
];

const words: readonly Entry[] = [
  ['SEC Release', 'One or more approved Modification Proposals, implemented together (§2).'],
  [
    'System Release',
    'Holds modifications that impact DCC Systems as well as those that impact SEC documents only, and may hold these alone; June and November (§2, §3).',
  ],
  [
    'Documentation Release',
    'Holds modifications that impact SEC documents and no DCC Systems; it may have a User impact. February (§2, §3).',
  ],
  ['MP, SECMP', 'A Modification Proposal: a proposed change of the Smart Energy Code.'],
  ['RID', 'The Release Implementation Document: plan, impacts, cost, testing approach and Go-Live criteria (§4.2).'],
  ['TAD', 'The Testing Approach Document: the testing by the DCC, and how User testing is carried out (§5.1).'],
  ['Slack', 'How many days a milestone came before, or after, the last day that the guidance leaves for it.'],
  ['Blocker', 'A finding that a final pack is issued with only where its reason is printed.'],
  ['Cannot tell', 'A rule lacks a fact to judge by; the pack says which, and does not guess.'],
  ['Stale', 'A view on a wording or on evidence that has changed since the body saw it.'],
];

/** Who the bodies are and what the words mean, for a reader who meets them here for the first time. */
export function wordsSection(): Section {
  return {
    id: places.words,
    title: 'Words and bodies',
    orientation: 'portrait',
    ownPage: false,
    blocks: [table('Bodies', 'Body', bodies), table('Words', 'Word', words)],
  };
}

function table(caption: string, title: string, entries: readonly Entry[]): Table {
  const columns = [
    [title, 22, ([word]: Entry) => cell([{ text: word, strong: true }])],
    ['What it is', 78, ([, meaning]: Entry) => cell(meaning)],
  ] as const;
  return recordTable(caption, entries, columns, 'small');
}
