import { type CommandId, commandIds, factsOf } from '../../shared/contract/commands.ts';
import { newRecord } from '../../shared/domain/findings/target.ts';
import { goTo } from './appStore.ts';
import { beginRecord } from './begunRecords.ts';
import { chooseBundle } from './exchangeStore.ts';
import { exportRelease, importRelease } from './fileActions.ts';
import { beginImport } from './importStore.ts';
import { openModal } from './modalStore.ts';
import { openPack, verifyPack } from './packStore.ts';
import { openPalette } from './paletteStore.ts';
import { useReleaseStore } from './releaseStore.ts';
import { redoLast, undoLast } from './takeBack.ts';

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
  addRisk: () => {
    const { open } = useReleaseStore.getState();
    if (open) goTo('conditions', { ...newRecord('risk'), id: beginRecord(open.id, 'risk', {}) });
  },
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
  help: () => openModal('help'),
  find: openPalette,
};

/** Text that is being typed keeps the field's own undo; everywhere else Ctrl+Z takes back what was done. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, [contenteditable]') !== null
  );
}

/** The keys that the window hears itself; the menu hears the others. */
export function hearKeys(event: KeyboardEvent): void {
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
    event.shiftKey === parts.includes('Shift')
  );
}

/** What the menu asks for. Its Undo and Redo are the field's own where somebody types. */
export function obey(command: CommandId): void {
  const isFields = factsOf(command).heard === 'outsideFields' && isTyping(document.activeElement);
  if (isFields) document.execCommand(command);
  else effects[command]();
}
