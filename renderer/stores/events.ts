import type { EngineState, MenuCommand, WindowEvent } from '../../shared/contract/windowMethods.ts';
import { assertNever } from '../../shared/domain/foundation/assertNever.ts';
import { goTo, loadStatus, useAppStore } from './appStore.ts';
import { chooseBundle, receiveOpened } from './exchangeStore.ts';
import { exportRelease, importRelease } from './fileActions.ts';
import { openModal } from './modalStore.ts';
import { clearTold, tellDone } from './notify.tsx';
import { verifyPack } from './packStore.ts';
import { openPalette } from './paletteStore.ts';
import { refreshRelease } from './releaseStore.ts';
import { undoOrRedo } from './shortcuts.ts';
import { useWorkStore } from './workStore.ts';

/** What the window does when it is told something. */
export function hear(event: WindowEvent): void {
  switch (event.kind) {
    case 'storeChanged':
      void refreshRelease(event.revision);
      return;
    case 'engine':
      engineChanged(event.state);
      return;
    case 'progress':
      useWorkStore.setState({ progress: event.report });
      return;
    case 'command':
      obey(event.command);
      return;
    case 'bundleOpened':
      void receiveOpened();
      return;
    default:
      assertNever(event);
  }
}

function engineChanged(state: EngineState): void {
  switch (state) {
    case 'restarted':
      tellDone('The engine stopped and was started again. Everything that was saved is safe.');
      void loadStatus().then(() => refreshRelease(null));
      return;
    case 'failed':
    case 'silent':
      // The screen says it all; what was told before is not true any more.
      clearTold();
      useAppStore.setState({ engine: state });
      return;
    case 'answers':
      useAppStore.setState({ engine: 'runs' });
      return;
    default:
      assertNever(state);
  }
}

function obey(command: MenuCommand): void {
  switch (command) {
    case 'newRelease':
      openModal('newRelease');
      return;
    case 'importRelease':
      void importRelease();
      return;
    case 'exportRelease':
      void exportRelease();
      return;
    case 'exportPack':
      goTo('pack');
      return;
    case 'verifyPack':
      goTo('pack');
      void verifyPack();
      return;
    case 'sendBundle':
      goTo('exchange');
      return;
    case 'receiveBundle':
      void chooseBundle();
      return;
    case 'undo':
      undoOrRedo('undo');
      return;
    case 'redo':
      undoOrRedo('redo');
      return;
    case 'find':
      openPalette();
      return;
    case 'print':
      window.print();
      return;
    case 'help':
      openModal('help');
      return;
    case 'profile':
      openModal('profile');
      return;
    default:
      assertNever(command);
  }
}
