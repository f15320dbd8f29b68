import { useReleaseStore } from './releaseStore.ts';

/**
 * Waits until all that was entered is stored: what is begun from the facts is not to miss what was chosen a moment ago. A
 * field sends what was typed meanwhile once its last saving is drawn, hence the frame.
 */
export async function whenSaved(): Promise<void> {
  do {
    await noneOnItsWay();
    await new Promise((drawn) => requestAnimationFrame(drawn));
  } while (useReleaseStore.getState().saving > 0);
}

function noneOnItsWay(): Promise<void> {
  if (useReleaseStore.getState().saving === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useReleaseStore.subscribe(({ saving }) => {
      if (saving > 0) return;
      stop();
      resolve();
    });
  });
}
