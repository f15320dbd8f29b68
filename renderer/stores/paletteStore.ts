import { spotlight } from '@mantine/spotlight';
import { create } from 'zustand';
import type { SearchHit } from '../../shared/contract/search.ts';
import { call } from '../api.ts';

interface PaletteState {
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** The index is still catching up: there may be more. */
  readonly complete: boolean;
  /** Names of what was opened from the palette, newest first. */
  readonly recent: readonly string[];
}

export const usePaletteStore = create<PaletteState>(() => ({ query: '', hits: [], complete: true, recent: [] }));

export function openPalette(): void {
  spotlight.open();
}

const longestPause = 120;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Looks while the person types, a moment behind, so that no keystroke waits for an answer. */
export function look(query: string): void {
  usePaletteStore.setState({ query });
  if (timer) clearTimeout(timer);
  if (query.trim().length < 2) usePaletteStore.setState({ hits: [], complete: true });
  else timer = setTimeout(() => void find(query), longestPause);
}

export function remember(name: string): void {
  const { recent } = usePaletteStore.getState();
  usePaletteStore.setState({ recent: [name, ...recent.filter((known) => known !== name)].slice(0, 6) });
}

async function find(text: string): Promise<void> {
  const found = await call('search.find', { text, releaseId: null, limit: 20 });
  if (!found.ok || usePaletteStore.getState().query !== text) return;
  usePaletteStore.setState({ hits: found.value.hits, complete: found.value.complete });
  if (!found.value.complete) timer = setTimeout(() => void find(text), longestPause);
}
