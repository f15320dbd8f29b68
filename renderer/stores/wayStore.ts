import { create } from 'zustand';
import type { Target } from '../../shared/domain/findings/target.ts';
import { goTo, type Screen, screens, storeScreens, useAppStore } from './appStore.ts';
import { openRelease, useReleaseStore } from './releaseStore.ts';

/** A screen of a release. Screens of the store keep the release that was open beside them. */
interface Stop {
  readonly release: string | null;
  readonly screen: Screen;
  readonly target: Target | null;
}

interface WayState {
  /** Where one was before, newest last. */
  readonly past: readonly Stop[];
  /** Where one came back from, nearest last. */
  readonly future: readonly Stop[];
}

export const useWayStore = create<WayState>(() => ({ past: [], future: [] }));

const mostStops = 50;
let here: Stop | null = null;
let travelling = false;

/** Notes each place that is gone to, so that one finds back, and where one was last, for the next start. */
export function followWay(): () => void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  // To open a release and to go to its overview is one step.
  const later = () => {
    waiting ??= setTimeout(() => {
      waiting = null;
      note();
    });
  };
  const stops = [useAppStore.subscribe(later), useReleaseStore.subscribe(later)];
  document.addEventListener('mouseup', byMouse);
  return () => {
    for (const stop of stops) stop();
    if (waiting) clearTimeout(waiting);
    document.removeEventListener('mouseup', byMouse);
  };
}

export function goBack(): void {
  void travel('past', 'future');
}

export function goForward(): void {
  void travel('future', 'past');
}

function note(): void {
  const now: Stop = {
    release: useReleaseStore.getState().open?.id ?? null,
    screen: useAppStore.getState().screen,
    target: useAppStore.getState().target,
  };
  const before = here;
  // While a release is being opened there is nothing to come back to.
  if (now.release === null && !storeScreens.some((name) => name === now.screen)) return;
  if (travelling || (before && samePlace(before, now))) return;
  here = now;
  if (now.release !== null) rememberStop(now);
  if (before) useWayStore.setState(({ past }) => ({ past: [...past, before].slice(-mostStops), future: [] }));
}

async function travel(from: keyof WayState, to: keyof WayState): Promise<void> {
  const stop = useWayStore.getState()[from].at(-1);
  if (!stop || !here || travelling) return;
  const left = here;
  travelling = true;
  if (stop.release !== null && stop.release !== left.release && isKnown(stop.release)) await openRelease(stop.release);
  goTo(stop.screen, stop.target);
  here = stop;
  useWayStore.setState((state) => ({ ...state, [from]: state[from].slice(0, -1), [to]: [...state[to], left] }));
  rememberStop(stop);
  setTimeout(() => {
    travelling = false;
  });
}

function samePlace(one: Stop, other: Stop): boolean {
  return one.release === other.release && one.screen === other.screen;
}

/** The two buttons at a mouse's side. */
function byMouse({ button }: MouseEvent): void {
  if (button === 3) goBack();
  if (button === 4) goForward();
}

const key = 'lastStop';

function rememberStop({ release, screen }: Stop): void {
  localStorage.setItem(key, JSON.stringify({ release, screen }));
}

function isKnown(release: string): boolean {
  return useAppStore.getState().releases.some(({ id }) => id === release);
}

/** The release and the screen that one was at when the window was last closed; null: none that is still there. */
export function lastStop(): { readonly release: string; readonly screen: Screen } | null {
  const kept = readKept();
  const screen = [...screens, ...storeScreens].find((name) => name === kept?.screen);
  const release = kept?.release;
  return typeof release === 'string' && screen && isKnown(release) ? { release, screen } : null;
}

/** What an older version kept, or another program changed, is no place. */
function readKept(): { readonly release?: unknown; readonly screen?: unknown } | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as ReturnType<typeof readKept>;
  } catch {
    return null;
  }
}
