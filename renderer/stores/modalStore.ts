import { create } from 'zustand';

/** The dialogs that menu and screens can open. */
export type ModalName =
  | 'newRelease'
  | 'profile'
  | 'purge'
  | 'import'
  | 'help'
  | 'about'
  | 'guide'
  | 'messages'
  | 'chase'
  | 'template'
  | 'packRead'
  | 'text'
  | 'returned'
  | 'removeRelease'
  | 'replaceRelease';

interface ModalState {
  readonly name: ModalName | null;
  /** What it is about: an evidence item's id, say. */
  readonly about: string | null;
}

export const useModalStore = create<ModalState>(() => ({ name: null, about: null }));

export function openModal(name: ModalName, about: string | null = null): void {
  useModalStore.setState({ name, about });
}

export function closeModal(): void {
  useModalStore.setState({ name: null, about: null });
}
