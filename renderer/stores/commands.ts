import { type CommandId, commandIds, factsOf } from '../../shared/contract/commands.ts';
import { newRecord } from '../../shared/domain/findings/target.ts';
import { isTyping } from '../focus/isTyping.ts';
import { focusOn, whenThere } from '../focus/whenThere.ts';
import { openAbout } from './aboutStore.ts';
import { goTo, useAppStore } from './appStore.ts';
import { chooseBundle } from './exchangeStore.ts';
import {
  archiveRelease,
  cloneRelease,
  closeRelease,
  exportRelease,
  importRelease,
  saveCalendar,
} from './fileActions.ts';
import { backUpStore, checkStore, copyDiagnostics } from './healthStore.ts';
import { beginImport } from './importStore.ts';
import { openModal } from './modalStore.ts';
import { openPack, verifyPack } from './packStore.ts';
import { openPalette } from './paletteStore.ts';
import { judgeOn, useReleaseStore } from './releaseStore.ts';
import { redoLast, undoLast } from './takeBack.ts';
import { chooseTheme } from './themeStore.ts';
import { goBack, goForward } from './wayStore.ts';

/** What each command does, wherever it is asked for. */
export const effects: Readonly<Record<CommandId, () => void>> = {
  exportPack: () => goTo('pack'),
  sendBundle: () => goTo('exchange'),
  undo: () => void undoLast(),
  redo: () => void redoLast(),
  recordMeeting: () => goTo('committees', newRecord('view')),
  chase: () => openModal('chase'),
  importResults: () => beginImport('results'),
  importIssues: () => beginImport('issues'),
  importScope: () => beginImport('scope'),
  importCriteria: () => beginImport('criteria'),
  importViews: () => beginImport('views'),
  exportRelease: () => void exportRelease(),
  print: () => window.print(),
  newRelease: () => openModal('newRelease'),
  importRelease: () => void importRelease(),
  receiveBundle: () => void chooseBundle(),
  openPack: () => void openPack(),
  verifyPack: () => {
    goTo('pack');
    void verifyPack();
  },
  profile: () => openModal('profile'),
  about: () => void openAbout(),
  help: () => openModal('help'),
  find: openPalette,
  back: goBack,
  forward: goForward,
  selectAll: selectAllOfList,
  criteriaTemplate: () => openModal('template'),
  asOf: () => focusAt('header', '[data-as-of] input'),
  today: () => void judgeOn(null),
  whatIf: () => {
    goTo('dates');
    focusAt('#main', '[data-what-if] input');
  },
  closeRelease: () => void closeRelease(),
  cloneRelease: () => {
    const { open } = useReleaseStore.getState();
    const release = useAppStore.getState().releases.find(({ id }) => id === open?.id);
    if (release) void cloneRelease(release);
  },
  archiveRelease: () => archiveOpen(true),
  unarchiveRelease: () => archiveOpen(false),
  removeRelease: () => openModal('removeRelease', useReleaseStore.getState().open?.id ?? null),
  exportDates: () => void saveCalendar(useReleaseStore.getState().open?.id ?? null),
  exportAllDates: () => void saveCalendar(null),
  backUp: () => void backUpStore(),
  checkStore: () => {
    // What it finds is shown there.
    goTo('settings');
    void checkStore();
  },
  guide: () => openModal('guide'),
  diagnostics: () => void copyDiagnostics(),
  themeSystem: () => chooseTheme('system'),
  themeLight: () => chooseTheme('light'),
  themeDark: () => chooseTheme('dark'),
  messages: () => openModal('messages'),
};

function archiveOpen(archived: boolean): void {
  const { open } = useReleaseStore.getState();
  if (open) void archiveRelease(open.id, archived);
}

function focusAt(place: string, control: string): void {
  const around = document.querySelector<HTMLElement>(place);
  if (around) whenThere(around, () => around.querySelector<HTMLElement>(control), focusOn);
}

/** Of the list that has the cursor, as its own key does; the whole window is never meant. */
function selectAllOfList(): void {
  const key = { key: 'a', ctrlKey: true, bubbles: true, cancelable: true };
  document.activeElement?.closest('[role="grid"]')?.dispatchEvent(new KeyboardEvent('keydown', key));
}

/** The keys that the window hears itself; the menu hears the others. */
export function hearKeys(event: KeyboardEvent): void {
  // A list has done it already.
  if (event.defaultPrevented) return;
  const command = commandIds.find((id) => factsOf(id).heard && factsOf(id).keys?.some((key) => isPressed(key, event)));
  if (command === undefined) return;
  if (factsOf(command).heard === 'outsideFields' && isTyping(event.target)) return;
  event.preventDefault();
  effects[command]();
}

function isPressed(key: string, event: KeyboardEvent): boolean {
  const parts = key.split('+');
  return (
    event.key.toLowerCase() === parts.at(-1)?.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === parts.includes('Mod') &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt')
  );
}

/** What the menu asks for. Its Undo and Redo are the field's own where somebody types. */
export function obey(command: CommandId): void {
  const isFields = factsOf(command).heard === 'outsideFields' && isTyping(document.activeElement);
  if (isFields) document.execCommand(command);
  else effects[command]();
}
