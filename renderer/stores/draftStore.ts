import { create } from 'zustand';
import type { InputOf } from '../../shared/contract/engineMethods.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { call } from '../api.ts';
import { tellError } from './notify.tsx';

/** What stands in a field unsaved, and the saved value that it was typed over, as JSON. */
export interface Typed<T> {
  readonly value: T;
  readonly over: string;
}

/** What was typed and never saved, from before the window was closed: by `record#field`. */
interface DraftState {
  readonly drafts: ReadonlyMap<string, Typed<unknown>>;
  /** Whether the last that was typed could not be kept. */
  readonly isFailing: boolean;
}

export const useDraftStore = create<DraftState>(() => ({ drafts: new Map(), isFailing: false }));

export const draftKey = (id: string, field: string) => `${id}#${field}`;

export async function loadDrafts(releaseId: string): Promise<void> {
  const read = await call('draft.list', { releaseId });
  if (!read.ok) return tellError(read.error);
  const drafts = new Map(read.value.map((draft) => [draftKey(draft.recordId, draft.field), asTyped(draft.value)]));
  useDraftStore.setState({ drafts });
}

/** A field of a record, in the release that it was shown in: another one may be open when it has left the screen. */
interface DraftPlace {
  readonly releaseId: string;
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly field: string;
}

/** Keeps what stands in a field now, or forgets it (`typed` undefined); quietly, for it is no change of any fact. */
export function keepDraft(place: DraftPlace, typed: Typed<unknown> | undefined): void {
  if (typed === undefined) setLeft(place, undefined);
  void keep({ ...place, value: typed });
}

/** Keeps what stood in a field that left the screen unsaved: it stands there again when the field is shown again. */
export function leaveDraft(place: DraftPlace, typed: Typed<unknown>): void {
  setLeft(place, typed);
  void keep({ ...place, value: typed });
}

function setLeft({ recordId, field }: DraftPlace, typed: Typed<unknown> | undefined): void {
  const key = draftKey(recordId, field);
  const drafts = new Map(useDraftStore.getState().drafts);
  if (typed !== undefined) drafts.set(key, typed);
  else if (!drafts.delete(key)) return;
  useDraftStore.setState({ drafts });
}

/** Told once, not at every pause in typing: what is typed is not safe until it is saved or kept again. */
async function keep(draft: InputOf<'draft.keep'>): Promise<void> {
  const kept = await call('draft.keep', draft);
  if (!kept.ok && !useDraftStore.getState().isFailing) tellError(kept.error);
  useDraftStore.setState({ isFailing: !kept.ok });
}

/** What an older version of the app kept is the bare value: typed over nothing that anybody knows. */
function asTyped(kept: unknown): Typed<unknown> {
  if (typeof kept === 'object' && kept !== null && 'over' in kept && 'value' in kept) return kept as Typed<unknown>;
  return { value: kept, over: JSON.stringify(kept) };
}
