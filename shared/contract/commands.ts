/** What a person can ask for by name: once for the menu, the palette, the keys and the page that lists them. */
interface CommandFacts {
  readonly label: string;
  /** `Mod+N`: with Ctrl, on a Mac with Cmd. The first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Asked of the open release, or at any time. */
  readonly when: 'inRelease' | 'always';
  /** What the page of keys says, where the label does not say it. */
  readonly help?: string;
  /** The window hears these keys itself; where somebody types, undo, redo and select all are the field's own. */
  readonly heard?: 'anywhere' | 'outsideFields';
  /** Means nothing where it is not asked for by its own key or from the menu. */
  readonly unlisted?: true;
}

export const commands = {
  find: {
    label: 'Find anything…',
    keys: ['Mod+K'],
    when: 'always',
    help: 'Find anything: a place, an action, any words of a record',
    unlisted: true,
  },
  back: { label: 'Back', keys: ['Alt+ArrowLeft'], when: 'always', help: 'Back to where you were', heard: 'anywhere' },
  forward: { label: 'Forward', keys: ['Alt+ArrowRight'], when: 'always', help: 'Forward again', heard: 'anywhere' },
  selectAll: {
    label: 'Select all',
    keys: ['Mod+A'],
    when: 'always',
    help: 'Select all of a field or a list',
    heard: 'outsideFields',
    unlisted: true,
  },
  exportPack: { label: 'Export the pack', keys: ['Mod+E'], when: 'inRelease' },
  sendBundle: { label: 'Send to the other side…', when: 'inRelease' },
  undo: { label: 'Undo', keys: ['Mod+Z'], when: 'inRelease', help: 'Undo, across records', heard: 'outsideFields' },
  redo: {
    label: 'Redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    when: 'inRelease',
    help: 'Redo, across records',
    heard: 'outsideFields',
  },
  recordMeeting: { label: 'Record a meeting’s views…', when: 'inRelease' },
  chase: { label: 'Copy the chase list…', when: 'inRelease' },
  importResults: { label: 'Import test results…', when: 'inRelease' },
  importIssues: { label: 'Import test issues…', when: 'inRelease' },
  importScope: { label: 'Import the scope…', when: 'inRelease' },
  importCriteria: { label: 'Import acceptance criteria…', when: 'inRelease' },
  importViews: { label: 'Import views from a meeting…', when: 'inRelease' },
  exportRelease: { label: 'Export the release as a file…', when: 'inRelease' },
  criteriaTemplate: { label: 'Take criteria from the template…', when: 'inRelease' },
  asOf: { label: 'Judge as of another day…', when: 'inRelease' },
  today: { label: 'Judge as of today', when: 'inRelease' },
  whatIf: { label: 'What if it went live on another day?', when: 'inRelease' },
  closeRelease: { label: 'Close this release', when: 'inRelease' },
  cloneRelease: { label: 'Copy this release for the next slot', when: 'inRelease' },
  archiveRelease: { label: 'Archive this release', when: 'inRelease' },
  unarchiveRelease: { label: 'Take this release out of the archive', when: 'inRelease' },
  removeRelease: { label: 'Remove this release…', when: 'inRelease' },
  exportDates: { label: 'Export this release’s dates…', when: 'inRelease' },
  exportAllDates: { label: 'Export all dates…', when: 'always' },
  print: { label: 'Print this screen…', keys: ['Mod+P'], when: 'inRelease' },
  newRelease: { label: 'New release…', keys: ['Mod+N'], when: 'always' },
  importRelease: { label: 'Import a release file…', keys: ['Mod+O'], when: 'always' },
  receiveBundle: { label: 'Receive a bundle…', when: 'always' },
  openPack: { label: 'Open a pack to read…', when: 'always' },
  verifyPack: { label: 'Check a pack…', when: 'inRelease' },
  backUp: { label: 'Back up this store…', when: 'always' },
  checkStore: { label: 'Check this store', when: 'always' },
  guide: { label: 'User guide', when: 'always' },
  diagnostics: { label: 'Copy diagnostics', when: 'always' },
  themeSystem: { label: 'Theme: as the system', when: 'always' },
  themeLight: { label: 'Theme: light', when: 'always' },
  themeDark: { label: 'Theme: dark', when: 'always' },
  messages: { label: 'Messages that told of errors', when: 'always' },
  profile: { label: 'Your profile…', when: 'always' },
  about: { label: 'About SEC Go-Live', when: 'always' },
  help: { label: 'Keyboard shortcuts and help', keys: ['F1'], when: 'always', help: 'This page', heard: 'anywhere' },
} as const satisfies Readonly<Record<string, CommandFacts>>;

export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands) as readonly CommandId[];

export function factsOf(command: CommandId): CommandFacts {
  return commands[command];
}

/** `Mod+N` as people read it: `Ctrl+N`; `Alt+ArrowLeft`: `Alt+←`. */
export function keyInWords(key: string): string {
  return key.replace('Mod', 'Ctrl').replace('ArrowLeft', '←').replace('ArrowRight', '→');
}
