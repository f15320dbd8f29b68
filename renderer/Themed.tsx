import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useThemeStore } from './stores/themeStore.ts';
import { theme } from './theme.ts';

/** Light or dark as the system is, unless somebody chose one. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const chosen = useThemeStore((state) => state.theme);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(chosen === 'system' ? {} : { forceColorScheme: chosen })}
    >
      {children}
    </MantineProvider>
  );
}
