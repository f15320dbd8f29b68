import type { WindowEvent } from '../../shared/contract/windowMethods.ts';
import { assertNever } from '../../shared/domain/foundation/assertNever.ts';
import { loadStatus } from './appStore.ts';
import { obey } from './commands.ts';
import { receiveOpened } from './exchangeStore.ts';
import { tellDone, tellError } from './notify.tsx';
import { refreshRelease } from './releaseStore.ts';
import { useWorkStore } from './workStore.ts';

/** What the window does when it is told something. */
export function hear(event: WindowEvent): void {
  switch (event.kind) {
    case 'storeChanged':
      void refreshRelease(event.revision);
      return;
    case 'engine':
      engineEnded(event.state);
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

function engineEnded(state: 'restarted' | 'failed'): void {
  if (state === 'restarted') {
    tellDone('The engine stopped and was started again. Everything that was saved is safe.');
    void loadStatus().then(() => refreshRelease(null));
  } else {
    const message = 'The engine keeps stopping. Everything that was saved is safe; close the app and start it again.';
    tellError({ kind: 'engineStopped', message, where: null });
  }
}
