/** What a person can ask for by name: once for the menu, the palette, the keys and the page that lists them. */
interface CommandFacts {
  readonly label: string;
  /** `Mod+N`: with Ctrl, on a Mac with Cmd. The first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Asked of the open release, or at any time. */
  readonly when: 'inRelease' | 'always';
  /** What the page of keys says, where the label does not say it. */
  readonly help?: string;
  /** The window hears these keys itself; where somebody types, undo and redo are the field's own. */
  readonly heard?: 'anywhere' | 'outsideFields';
}

export const commands = {
  find: {
    label: 'Find anything…',
    keys: ['Mod+K'],
    when: 'always',
    help: 'Find anything: a place, an action, any words of a record',
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
  addRisk: { label: 'Add a risk', when: 'inRelease' },
  print: { label: 'Print this screen…', keys: ['Mod+P'], when: 'inRelease' },
  newRelease: { label: 'New release…', keys: ['Mod+N'], when: 'always' },
  importRelease: { label: 'Import a release file…', keys: ['Mod+O'], when: 'always' },
  receiveBundle: { label: 'Receive a bundle…', when: 'always' },
  openPack: { label: 'Open a pack to read…', when: 'always' },
  verifyPack: { label: 'Check a pack…', when: 'inRelease' },
  profile: { label: 'Your profile…', when: 'always' },
  help: { label: 'Keyboard shortcuts and help', keys: ['F1'], when: 'always', help: 'This page', heard: 'anywhere' },
} as const satisfies Readonly<Record<string, CommandFacts>>;

export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands) as readonly CommandId[];

export function factsOf(command: CommandId): CommandFacts {
  return commands[command];
}

/** `Mod+N` as people read it: `Ctrl+N`. */
export function keyInWords(key: string): string {
  return key.replace('Mod', 'Ctrl');
}
