import { create } from 'zustand';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { call } from '../api.ts';
import { useReleaseStore } from './releaseStore.ts';

/** What was typed and never saved, from before the window was closed: by `record#field`. */
interface DraftState {
  readonly drafts: ReadonlyMap<string, unknown>;
}

export const useDraftStore = create<DraftState>(() => ({ drafts: new Map() }));

export const draftKey = (id: string, field: string) => `${id}#${field}`;

export async function loadDrafts(releaseId: string): Promise<void> {
  const read = await call('draft.list', { releaseId });
  if (!read.ok) return;
  const drafts = new Map(read.value.map((draft) => [draftKey(draft.recordId, draft.field), draft.value]));
  useDraftStore.setState({ drafts });
}

/** Keeps what stands in a field now, or forgets it (`value` undefined); quietly, for it is no change of any fact. */
export function keepDraft(kind: RecordKind, recordId: string, field: string, value: unknown): void {
  const { open } = useReleaseStore.getState();
  const key = draftKey(recordId, field);
  if (value === undefined && useDraftStore.getState().drafts.has(key)) {
    const drafts = new Map(useDraftStore.getState().drafts);
    drafts.delete(key);
    useDraftStore.setState({ drafts });
  }
  if (open) void call('draft.keep', { releaseId: open.id, kind, recordId, field, value });
}
