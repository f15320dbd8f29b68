import { create } from 'zustand';
import type { About } from '../../shared/contract/app.ts';
import { api } from '../api.ts';
import { openModal } from './modalStore.ts';
import { tellError } from './notify.tsx';

interface AboutState {
  /** Null until somebody asked. */
  readonly about: About | null;
}

export const useAboutStore = create<AboutState>(() => ({ about: null }));

export async function openAbout(): Promise<void> {
  const about = await api.ask('app.about', {});
  if (!about.ok) return tellError(about.error);
  useAboutStore.setState({ about: about.value });
  openModal('about');
}

export async function showChromiumLicences(): Promise<void> {
  const shown = await api.ask('app.showChromiumLicences', {});
  if (!shown.ok) tellError(shown.error);
}
