import type { GuidePage } from '../guidePage.ts';

export const testLead: GuidePage = {
  id: 'test-lead',
  title: 'A test lead’s Friday',
  whom: 'For the DCC. The week’s results in, and what changed sent to SECAS.',
  picture: {
    name: 'testing',
    alt: 'The Testing screen: open issues against their maximums, the phases with planned, run and passed, and the issues.',
  },
  parts: [
    {
      title: 'Take in what came',
      steps: [
        'The exchange with SECAS, at the foot of the bar at the left, [Receive…]: look at what SECAS changed, choose where both changed the same, and apply the bundle. Nothing is taken before you have seen it.',
        'The exchange then lists what is [New since last time]; [Overview] says whom each finding waits for.',
      ],
    },
    {
      title: 'Bring in the week',
      steps: [
        '[Testing], [Import results…]: the files of the test tool, a folder or a zip. One run becomes one phase; the next import updates it.',
        '[Import issues…]: the tracker’s export. The words for severity are asked for once and remembered.',
        'The phases are a grid: click a cell, type, Tab goes on. Copy a block from a spreadsheet and paste it where it belongs; dates may be written as 4 nov or +10wd.',
        'An issue count above the TAD’s maximum is said at once. Where there is a work-off plan, write it on the phase.',
      ],
    },
    {
      title: 'Evidence and your word',
      steps: [
        '[Evidence], [Attach files…]: the reports. Of a report that is here already, open the item and press [New version…], so that everybody sees that it changed. Then [Submit]: SECAS accepts it.',
        '[Criteria]: state whether each criterion you own is met, and why. What SECAS recorded for you is marked; confirm it, or write your own.',
        'The exchange again: save the bundle and send it. Or [Choose a shared folder…], and both sides sync.',
      ],
    },
  ],
};
