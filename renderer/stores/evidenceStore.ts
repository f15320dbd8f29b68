import { create } from 'zustand';

/** Files that were just added together, wherever they were dropped: their titles and links are asked for at once. */
export const useEvidenceStore = create<{ readonly fresh: readonly string[] }>(() => ({ fresh: [] }));

export function showFresh(ids: readonly string[]): void {
  useEvidenceStore.setState({ fresh: ids });
}
