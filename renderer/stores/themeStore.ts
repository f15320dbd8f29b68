import { create } from 'zustand';

const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'theme';

/** How the window looks: as the system does, unless somebody chose. Kept for this store on this machine. */
export const useThemeStore = create<{ readonly theme: Theme }>(() => ({
  theme: themes.find((theme) => theme === localStorage.getItem(key)) ?? 'system',
}));

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  useThemeStore.setState({ theme });
}
