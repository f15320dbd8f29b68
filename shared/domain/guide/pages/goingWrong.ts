import type { GuidePage } from '../guidePage.ts';

export const goingWrong: GuidePage = {
  id: 'something-wrong',
  title: 'When something goes wrong',
  whom: 'For everybody. What you entered is kept; this is how to find it.',
  picture: {
    name: 'health',
    alt: 'Health of this store in Settings: backups, the full check, the second folder, the disk and the versions.',
  },
  parts: [
    {
      title: 'I did something that I did not mean',
      steps: [
        'Ctrl+Z takes back the last change, across records; Ctrl+Shift+Z does it again.',
        '[History] has every change, by whom and when. [Restore] puts one value back.',
        'A release that was removed comes back the same way; a file that was taken out for good does not.',
      ],
    },
    {
      title: 'The app says something that I do not understand',
      steps: [
        'A message says what, where and how to mend it. It leaves after a while and is kept: [Messages that told of errors], in the palette (Ctrl+K).',
        'Where a sentence names a short id, the log has more. [Copy diagnostics] in Help leaves on the clipboard what may be sent to whoever helps you: no text, name or path of yours is in it.',
        'A finding that seems wrong: [Rulebook] has its formula, its clause and an example, and says whether it is the guidance or a reading of it.',
      ],
    },
    {
      title: 'The store, or the machine',
      steps: [
        '[Settings], [Check now] looks at everything: database, history, facts and every file.',
        '[Back up now…] writes a whole backup. Better: [Choose a folder…] on another disk, and there is one each day; once a year one of them is restored to try it out.',
        'A store that cannot be opened offers its backups: choose one to restore. What was there is kept beside it.',
        'Never copy a live store’s files by hand, and never keep it in a folder that is synchronised: exchange bundles instead.',
        'Both sides changed the same thing: nobody’s words are lost. The exchange, at the foot of the bar at the left, lists the conflicts to settle.',
      ],
    },
  ],
};
