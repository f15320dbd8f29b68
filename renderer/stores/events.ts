import type { EngineState, WindowEvent } from '../../shared/contract/windowMethods.ts';
import { assertNever } from '../../shared/domain/foundation/assertNever.ts';
import { loadStatus, useAppStore } from './appStore.ts';
import { obey } from './commands.ts';
import { useHealthStore } from './healthStore.ts';
import { clearTold, tellDone, tellError } from './notify.tsx';
import { takeOpened } from './openedFile.ts';
import { noteRevision, refreshRelease } from './releaseStore.ts';
import { useWorkStore } from './workStore.ts';

/** What the window does when it is told something. */
export function hear(event: WindowEvent): void {
  switch (event.kind) {
    case 'storeChanged':
      if (event.work) void refreshRelease(event.revision);
      else noteRevision(event.revision);
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
    case 'backupFailed':
      useHealthStore.setState(({ done }) => ({ done: done + 1 }));
      tellError({ kind: 'storeFailed', message: event.sentence, where: null });
      return;
    case 'fileOpened':
      void takeOpened();
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
