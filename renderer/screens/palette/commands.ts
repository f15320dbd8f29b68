import { newRecord } from '../../../shared/domain/findings/target.ts';
import { nameOfScreen } from '../../places/screenOf.ts';
import { goTo, type Screen, screens, storeScreens, useAppStore } from '../../stores/appStore.ts';
import { chooseBundle } from '../../stores/exchangeStore.ts';
import { exportRelease, importRelease } from '../../stores/fileActions.ts';
import { beginImport } from '../../stores/importStore.ts';
import { openModal } from '../../stores/modalStore.ts';
import { createRecord, openRelease, redoLast, undoLast, useReleaseStore } from '../../stores/releaseStore.ts';

export interface Command {
  readonly name: string;
  readonly group: 'Go to' | 'Do' | 'Releases';
  readonly shortcut?: string;
  readonly run: () => void;
}

/** Every place and every action, by name; what needs an open release is there only while one is open. */
export function commands(): readonly Command[] {
  const open = useReleaseStore.getState().open;
  const organisation = useAppStore.getState().status?.profile?.organisation ?? '';
  const places: readonly Screen[] = [...(open ? screens : []), ...storeScreens];
  return [
    ...places.map(
      (screen): Command => ({ name: nameOfScreen(screen, organisation), group: 'Go to', run: () => goTo(screen) }),
    ),
    ...useAppStore.getState().releases.map(
      (release): Command => ({
        name: release.name,
        group: 'Releases',
        run: () => void openRelease(release.id).then(() => goTo('overview')),
      }),
    ),
    ...(open ? inRelease : []),
    { name: 'New release…', group: 'Do', shortcut: 'Ctrl+N', run: () => openModal('newRelease') },
    { name: 'Import a release file…', group: 'Do', shortcut: 'Ctrl+O', run: () => void importRelease() },
    { name: 'Receive a bundle…', group: 'Do', run: () => void chooseBundle() },
    { name: 'Your profile…', group: 'Do', run: () => openModal('profile') },
    { name: 'Keyboard shortcuts and help', group: 'Do', shortcut: 'F1', run: () => openModal('help') },
  ];
}

const inRelease: readonly Command[] = [
  { name: 'Export the pack', group: 'Do', shortcut: 'Ctrl+E', run: () => goTo('pack') },
  { name: 'Send to the other side…', group: 'Do', run: () => goTo('exchange') },
  { name: 'Undo', group: 'Do', shortcut: 'Ctrl+Z', run: () => void undoLast() },
  { name: 'Redo', group: 'Do', shortcut: 'Ctrl+Shift+Z', run: () => void redoLast() },
  { name: 'Record a meeting’s views…', group: 'Do', run: () => goTo('committees', newRecord('view')) },
  { name: 'Copy the chase list…', group: 'Do', run: () => openModal('chase') },
  { name: 'Import test results…', group: 'Do', run: () => beginImport('results') },
  { name: 'Import test issues…', group: 'Do', run: () => beginImport('issues') },
  { name: 'Import the scope…', group: 'Do', run: () => beginImport('scope') },
  { name: 'Import acceptance criteria…', group: 'Do', run: () => beginImport('criteria') },
  { name: 'Import views from a meeting…', group: 'Do', run: () => beginImport('views') },
  { name: 'Export the release as a file…', group: 'Do', run: () => void exportRelease() },
  {
    name: 'Add a risk',
    group: 'Do',
    run: () => {
      goTo('conditions');
      void createRecord('risk', {});
    },
  },
  { name: 'Print this screen…', group: 'Do', shortcut: 'Ctrl+P', run: () => window.print() },
];
