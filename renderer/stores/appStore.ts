import { create } from 'zustand';
import type { ReleaseItem } from '../../shared/contract/release.ts';
import type { StoreStatus } from '../../shared/contract/store.ts';
import { engineDown } from '../../shared/contract/windowMethods.ts';
import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { Target } from '../../shared/domain/findings/target.ts';
import type { Role } from '../../shared/domain/records/profile.ts';
import { call } from '../api.ts';
import { tellDone, tellError } from './notify.tsx';

/** The screens of a release, in the order of the sidebar. */
export const screens = [
  'overview',
  'scope',
  'dates',
  'criteria',
  'evidence',
  'testing',
  'committees',
  'conditions',
  'pack',
  'history',
] as const;

/** Screens that belong to the store and not to a release. */
export const storeScreens = ['exchange', 'portfolio', 'rulebook', 'settings'] as const;
export type Screen = (typeof screens)[number] | (typeof storeScreens)[number];

interface AppState {
  readonly status: StoreStatus | null;
  /** Whether the engine can be worked with: `failed`, it is not running; `silent`, it has not answered for long. */
  readonly engine: 'runs' | 'failed' | 'silent';
  readonly releases: readonly ReleaseItem[];
  /** The day on which the list says how each release stands; null: today. */
  readonly listedOn: CalendarDate | null;
  readonly screen: Screen;
  /** What a finding or a search asked to open; null where it is the screen as a whole. */
  readonly target: Target | null;
}

export const useAppStore = create<AppState>(() => ({
  status: null,
  engine: 'runs',
  releases: [],
  listedOn: null,
  screen: 'overview',
  target: null,
}));

/** What the person at this store may change; null: not known yet. */
export function useRole(): Role | null {
  return useAppStore((state) => state.status?.profile?.role ?? null);
}

/** Reads how the store stands; the first thing the window does. */
export async function loadStatus(): Promise<void> {
  const status = await call('store.status', {});
  if (!status.ok) {
    // A window that opens, or was opened again, while the engine is down would wait for ever.
    if (status.error.kind === 'engineStopped' && status.error.where === engineDown)
      return useAppStore.setState({ engine: 'failed' });
    return tellError(status.error);
  }
  useAppStore.setState({ engine: 'runs' });
  const { readOnly } = status.value;
  // Said once: it stays on the screen until it was read.
  if (readOnly !== null && readOnly !== useAppStore.getState().status?.readOnly)
    tellError({ kind: 'storeFailed', message: readOnly, where: null });
  const { moved } = status.value;
  if (moved !== null && moved !== useAppStore.getState().status?.moved) tellDone(moved);
  useAppStore.setState({ status: status.value });
  if (status.value.problem === null) await loadReleases();
}

export async function loadReleases(): Promise<void> {
  const { listedOn } = useAppStore.getState();
  const releases = await call('release.list', { asOf: listedOn });
  // Another day is judged on meanwhile: its own list is on its way.
  if (useAppStore.getState().listedOn !== listedOn) return;
  if (releases.ok) useAppStore.setState({ releases: releases.value });
  else tellError(releases.error);
}

/** Each going is one of its own: a link to what the screen shows already leads there again. */
export function goTo(screen: Screen, target: Target | null = null): void {
  useAppStore.setState({ screen, target: target && { ...target } });
}
