import type { GuidePage } from '../guidePage.ts';

export const weekBefore: GuidePage = {
  id: 'week-before',
  title: 'The week before the CSC',
  whom: 'For SECAS, with the DCC. From the bodies’ views to the pack, and to what was decided.',
  picture: {
    name: 'meeting',
    alt: 'The sheet of one meeting: a position and its words for each criterion that is put to the body.',
  },
  parts: [
    {
      title: 'The bodies’ input',
      steps: [
        '[Pack], [Make the paper…]: one body’s criteria with their evidence, and a form. What it shows is the stamp of the view.',
        'Drop the paper on the window when it comes back filled in. Or [Committees], [Record a meeting…]: one sheet for OPSG or TAG, a position and its words for each criterion.',
        'A wording or a report that changed since makes a view stale. Ask again, or record that the body has seen it.',
      ],
    },
    {
      title: 'The pack',
      steps: [
        '[Overview]: mend each blocker. What cannot be mended in time is for the CSC to accept: record that decision in the finding.',
        '[Preview] shows the pages while you work. Read pages 2 and 3 as a member would: they must do alone.',
        'Write the recommendation; [Draft the wording] makes one from the facts. The DCC writes and signs its own. Under [Submissions to the CSC], add its day, the meeting, and who presents.',
        '[Export draft…] as often as you like. [Issue final…] once: it is numbered, sealed, and kept.',
      ],
    },
    {
      title: 'After the meeting',
      steps: [
        'Record the decision and its conditions. Conditions have one number everywhere, and are followed until they are discharged.',
        'Late evidence goes out as an [Addendum for late evidence…]; the [Decision record…] is one page.',
        'After Go-Live: enter the day it went live, discharge the conditions, and [Close the release].',
      ],
    },
  ],
};
