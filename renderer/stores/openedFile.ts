import { api } from '../api.ts';
import { useAppStore } from './appStore.ts';
import { receiveHeld } from './exchangeStore.ts';
import { tellError } from './notify.tsx';
import { openPack } from './packStore.ts';

/** What the app was opened with, if anything: a pack is shown to be read, a bundle to be received. */
export async function takeOpened(): Promise<void> {
  const opened = await api.ask('app.takeOpened', {});
  if (!opened.ok) return tellError(opened.error);
  if (!opened.value) return;
  if (/\.pdf$/i.test(opened.value.name)) await openPack(opened.value.source);
  else receiveHeld(opened.value);
}

// A file that was double-clicked while the app was closed waits for the person to be known.
const stopWaiting = useAppStore.subscribe(({ status }) => {
  if (!status?.profile) return;
  stopWaiting();
  void takeOpened();
});
