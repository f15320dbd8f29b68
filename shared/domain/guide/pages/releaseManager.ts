import type { GuidePage } from '../guidePage.ts';

export const releaseManager: GuidePage = {
  id: 'release-manager',
  title: 'The first hour of a release manager',
  whom: 'For SECAS. From nothing to a release that says what it lacks.',
  picture: {
    name: 'path',
    alt: 'The overview of a release that was just begun: six steps from its scope to its pack, each with what it gives.',
  },
  parts: [
    {
      title: 'Begin',
      steps: [
        'Type your name and choose SECAS. Both stand beside each of your changes, and say what is yours to change.',
        'Press [New release] and type the slot, such as November 2027. Or explore the November 2021 sample first: nothing that you do to it matters.',
        '[Overview] shows the path. Each step says what it gives you; the optional ones can wait.',
      ],
    },
    {
      title: 'Bring in what you have',
      steps: [
        '[Scope & RID]: import the modifications as a table, or add them one by one. Say what each impacts, for the 12 and six months of §4.3 depend on it. Enter the decision that set the scope.',
        '[Dates & TAD]: type dates as you write them: 4 nov, 4/11/27, +10wd for working days, T-6m for six months before Go-Live. What the DCC keeps, such as the TAD, you enter once “Record for the DCC” is on.',
        '[Criteria]: [Import…] the table of the RID, or take them [From the template…]. Say which body each is put to, or why no body corresponds.',
        'Drop the evidence on the window, all of it at once. Titles, dates and criteria are proposed from the files.',
      ],
    },
    {
      title: 'See where it stands',
      steps: [
        'Each finding names its clause, and is one click from the field that mends it. Cannot tell is no fault: a fact is missing.',
        '[Chase list…] on [Overview] copies who owes what, ready for an e-mail.',
        'Everything saves as you leave it. Ctrl+Z takes it back.',
      ],
    },
  ],
};
