import type { GuidePage } from '../guidePage.ts';

export const readingPack: GuidePage = {
  id: 'reading-a-pack',
  title: 'Reading a pack',
  whom: 'For a member of the CSC, OPSG or TAG. Any PDF viewer does; ten minutes are enough.',
  picture: {
    name: 'pack',
    alt: 'The Pack screen: the pages as they are made, and below them the final packs that were issued.',
  },
  parts: [
    {
      title: 'In this order',
      steps: [
        'Page 2: what is asked of you, the verdict on each criterion, and what stands against it. The page is whole in itself.',
        'Page 3 and on: what changed since the last pack, what the CSC asked for and how it was answered.',
        'Then only what interests you: each criterion has its evidence, its bodies’ views and the way back. Every underlined word leads somewhere.',
      ],
    },
    {
      title: 'What the words mean',
      steps: [
        'A lead time reads so many days in hand or short, with its clause: 9 days short of 12 months (§4.3).',
        'Met, not met, not due and cannot tell are four things. Cannot tell says which fact is missing; nothing is guessed.',
        'Covered: it was missed, and a decision of the CSC accepts it. It still says by how much.',
        'Stale: the body spoke of a wording or a report that has changed since.',
        'A view marked as recorded by one side for the other waits to be confirmed.',
      ],
    },
    {
      title: 'Look behind it, and answer',
      steps: [
        'The evidence travels inside the file: the viewer’s list of attachments opens it. The register shows the first page of PDFs and pictures, small; a reading copy prints every page at the end.',
        'Comment in the viewer and send the file back. Each comment returns to the record it stands at, and the next pack prints its answer.',
        'Is it the pack that was issued? [Pack], [Check a pack…] makes its pages anew and compares every byte.',
        'With the app, [Open a pack…] reads it, takes its files out, and says what differs from another.',
      ],
    },
  ],
};
